/// The patterns of an ignore file or of a command, of which the last that matches decides.
struct IgnoreRules: Hashable, Sendable {
    private var patterns: [GlobPattern] = []

    /// No rules.
    init() {}

    /// The rules of an ignore file.
    init(parsing text: ArraySlice<UInt8>) {
        patterns = text.split(separator: UInt8(ascii: "\n")).compactMap(GlobPattern.init)
    }

    var isEmpty: Bool { patterns.isEmpty }

    mutating func append(_ pattern: GlobPattern) {
        patterns.append(pattern)
    }

    /// Whether a path is ignored; nil when no pattern says anything.
    func decision(on path: [ArraySlice<UInt8>], isDirectory: Bool) -> Bool? {
        patterns.last { $0.matches(path, isDirectory: isDirectory) }.map { !$0.isNegated }
    }

    /// Whether any pattern matches.
    func matches(_ path: [ArraySlice<UInt8>]) -> Bool {
        patterns.contains { $0.matches(path, isDirectory: false) }
    }
}
