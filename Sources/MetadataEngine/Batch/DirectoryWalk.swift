internal import MetadataCore
internal import SystemPackage

/// All files under some paths, depth first, the names of each directory sorted by their bytes.
///
/// A directory is listed when the walk comes to it, and stays open as long as one of its files is wanted. Memory holds
/// the names of the directories on the way down, not of the whole tree.
struct DirectoryWalk: Sequence, IteratorProtocol, Sendable {
    /// A file, or a directory that cannot be listed.
    struct Item: Sendable {
        let location: FileLocation
        /// What its directory says that it is, where it does.
        var kind: FileKind?
        var issue: Issue?
    }

    private struct Level {
        let directory: OpenDirectory
        var listing: DirectoryListing
        /// The rules of the directory's own ignore file.
        let rules: IgnoreRules?
    }

    private let roots: PathList
    private var rootPosition = 0
    private var levels: [Level] = []
    private let filter: WalkFilter

    /// How deep directories are followed; deeper ones give one record with an issue.
    private static let maximumDepth = 256

    init(_ roots: PathList, filter: WalkFilter = WalkFilter()) {
        self.roots = roots
        self.filter = filter
    }

    mutating func next() -> Item? {
        while let item = nextEntry() {
            if isLeftOut(item) { continue }
            if let item = visit(item) { return item }
        }
        return nil
    }

    private mutating func nextEntry() -> Item? {
        while !levels.isEmpty {
            let top = levels.count - 1
            if let (location, kind) = levels[top].listing.next(in: levels[top].directory) {
                return Item(location: location, kind: kind)
            }
            levels.removeLast()
        }
        guard rootPosition < roots.count else { return nil }
        defer { rootPosition += 1 }
        return Item(location: FileLocation(named: roots[rootPosition]))
    }

    /// Goes down into a directory and answers nil, or answers what is to be recorded.
    private mutating func visit(_ item: Item) -> Item? {
        let kind = item.kind ?? (try? item.location.status())?.kind
        guard kind == .directory else { return Item(location: item.location, kind: kind) }
        do {
            guard levels.count < Self.maximumDepth else {
                let detail = "directories nest deeper than \(Self.maximumDepth)"
                return Item(location: item.location, issue: Issue(.limitExceeded, .error, stage: .open, detail: detail))
            }
            let descriptor = try item.location.open()
            let directory = OpenDirectory(descriptor: descriptor, pathBytes: item.location.pathBytes)
            let listing = try SystemCalls.listing(of: directory.descriptor)
            levels.append(Level(directory: directory, listing: listing, rules: rules(of: directory, listing)))
            return nil
        } catch {
            let detail = "cannot list the directory: \(error)"
            return Item(location: item.location, issue: Issue(.unreadable, .error, stage: .open, detail: detail))
        }
    }

    // MARK: - Leaving out

    /// The most bytes of an ignore file that are read.
    private static let maximumRulesByteCount = 1 << 20

    private func rules(of directory: OpenDirectory, _ listing: DirectoryListing) -> IgnoreRules? {
        guard let name = filter.ignoreFileName.map({ Array($0.utf8) }), listing.contains(name),
            case .file(let source, _) = OpenedFile(FileLocation(name.span, in: directory)),
            let text = try? source.head(Self.maximumRulesByteCount)
        else { return nil }
        return IgnoreRules(parsing: text)
    }

    private func isLeftOut(_ item: Item) -> Bool {
        guard filter.hasPatterns, let root = levels.first else { return false }
        let isDirectory = (item.kind ?? (try? item.location.status())?.kind) == .directory
        let path = item.location.pathBytes
        for level in levels.reversed() {
            guard let rules = level.rules else { continue }
            let inner = Self.components(of: path, inside: level.directory)
            if let decision = rules.decision(on: inner, isDirectory: isDirectory) {
                if decision { return true }
                break
            }
        }
        return filter.leavesOut(Self.components(of: path, inside: root.directory), isDirectory: isDirectory)
    }

    private static func components(of path: [UInt8], inside directory: OpenDirectory) -> [ArraySlice<UInt8>] {
        path.dropFirst(directory.pathBytes.count).split(separator: UInt8(ascii: "/"))
    }
}
