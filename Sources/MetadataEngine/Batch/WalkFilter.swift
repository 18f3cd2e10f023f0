/// Which files of a walk are taken. What the user named itself is always taken, whatever the patterns say.
///
/// ```swift
/// var filter = WalkFilter()
/// try filter.include("*.jpg")
/// try filter.exclude("cache/")
/// filter.maximumByteCount = 100_000_000
/// ```
public struct WalkFilter: Hashable, Sendable {
    /// Files that were last changed at or before this time, in nanoseconds since 1970, are left out.
    public var newerThan: Int64?
    /// Larger files are left out.
    public var maximumByteCount: Int?
    /// The name of the files whose patterns hold for the directory that they stand in; they are read from any
    /// directory, so that whoever may write there can hide files. Nil by default.
    public var ignoreFileName: String?

    private var included = IgnoreRules()
    private var excluded = IgnoreRules()

    /// A filter that takes everything.
    public init() {}

    /// Takes only files that match this or another included pattern.
    ///
    /// - Parameter pattern: A pattern in the notation of gitignore(5), anchored where the walk begins.
    /// - Returns: Whether it is a pattern.
    @discardableResult public mutating func include(_ pattern: String) -> Bool {
        guard let pattern = GlobPattern(Array(pattern.utf8)[...]) else { return false }
        included.append(pattern)
        return true
    }

    /// Leaves out files and directories that match; a later pattern that begins with `!` takes them back.
    ///
    /// - Parameter pattern: A pattern in the notation of gitignore(5), anchored where the walk begins.
    /// - Returns: Whether it is a pattern.
    @discardableResult public mutating func exclude(_ pattern: String) -> Bool {
        guard let pattern = GlobPattern(Array(pattern.utf8)[...]) else { return false }
        excluded.append(pattern)
        return true
    }

    /// Leaves out what the lines of an ignore file say.
    ///
    /// - Parameter text: Lines in the notation of gitignore(5), anchored where the walk begins.
    public mutating func exclude(linesOf text: [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n")) {
            if let pattern = GlobPattern(line) { excluded.append(pattern) }
        }
    }

    // MARK: - Deciding

    /// Whether paths need no look at all.
    var hasPatterns: Bool { !included.isEmpty || !excluded.isEmpty || ignoreFileName != nil }

    /// Whether facts of the system are needed.
    var needsStatus: Bool { newerThan != nil || maximumByteCount != nil }

    /// Whether a path is left out, by the patterns of the caller.
    func leavesOut(_ path: [ArraySlice<UInt8>], isDirectory: Bool) -> Bool {
        if excluded.decision(on: path, isDirectory: isDirectory) == true { return true }
        return !isDirectory && !included.isEmpty && !included.matches(path)
    }

    /// Whether a file is left out, by what the system says of it.
    func leavesOut(_ status: FileStatus) -> Bool {
        guard status.kind == .regular else { return false }
        if let newerThan, status.modified <= newerThan { return true }
        return maximumByteCount.map { status.byteCount > $0 } ?? false
    }
}
