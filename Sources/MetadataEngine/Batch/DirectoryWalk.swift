internal import MetadataCore
internal import SystemPackage

/// All files under some paths, depth first, the names of each directory sorted by their bytes.
///
/// A directory is listed when the walk comes to it, and stays open as long as one of its files is wanted. Memory holds
/// the names of the directories on the way down, not of the whole tree.
struct DirectoryWalk: Sequence, IteratorProtocol {
    /// A file, or a directory that cannot be listed.
    struct Item: Sendable {
        let location: FileLocation
        let issue: Issue?
    }

    private struct Level {
        let directory: OpenDirectory
        let path: FilePath
        var names: ArraySlice<[UInt8]>
    }

    private var roots: ArraySlice<FilePath>
    private var levels: [Level] = []

    /// How deep directories are followed; deeper ones give one record with an issue.
    private let maximumDepth = 256

    init(_ paths: [FilePath]) {
        roots = paths[...]
    }

    mutating func next() -> Item? {
        while let location = nextLocation() {
            if let item = visit(location) { return item }
        }
        return nil
    }

    private mutating func nextLocation() -> FileLocation? {
        while let name = levels.last?.names.first {
            levels[levels.count - 1].names.removeFirst()
            guard let level = levels.last else { return nil }
            return FileLocation(path: level.path.appending(bytes: name), directory: level.directory, name: name)
        }
        guard levels.popLast() == nil else { return nextLocation() }
        return roots.popFirst().map(FileLocation.init(named:))
    }

    /// Goes down into a directory and answers nil, or answers what is to be recorded.
    private mutating func visit(_ location: FileLocation) -> Item? {
        guard (try? location.status())?.kind == .directory else { return Item(location: location, issue: nil) }
        do {
            guard levels.count < maximumDepth else {
                let detail = "directories nest deeper than \(maximumDepth)"
                return Item(location: location, issue: Issue(.limitExceeded, .error, stage: .open, detail: detail))
            }
            let directory = OpenDirectory(descriptor: try location.open())
            let names = try SystemCalls.names(in: directory.descriptor)
            levels.append(Level(directory: directory, path: location.path, names: names[...]))
            return nil
        } catch {
            let detail = "cannot list the directory: \(error)"
            return Item(location: location, issue: Issue(.unreadable, .error, stage: .open, detail: detail))
        }
    }
}
