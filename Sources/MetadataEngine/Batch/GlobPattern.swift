/// A pattern over paths, in the notation of gitignore(5).
///
/// `*` and `?` stay inside one component, `**` crosses them, `[a-z]` is one byte of a set. A pattern without a slash
/// before its end matches a component at any depth; any other is anchored where its file or its walk begins.
struct GlobPattern: Hashable, Sendable {
    /// Whether a match takes back what earlier patterns decided: the line begins with `!`.
    let isNegated: Bool
    private let wantsDirectory: Bool
    private let components: [Component]

    private enum Component: Hashable {
        /// `**`: any number of components.
        case any
        case name([Token])
    }

    private enum Token: Hashable {
        case byte(UInt8)
        case one
        case many
        case set(Set<UInt8>)
    }

    /// Reads a line without its end; nil for a comment and for a line without a pattern.
    init?(_ line: ArraySlice<UInt8>) {
        var text = Self.withoutTrailingSpaces(line)
        guard text.first != UInt8(ascii: "#") else { return nil }
        isNegated = text.first == UInt8(ascii: "!")
        if isNegated { text.removeFirst() }
        wantsDirectory = text.last == UInt8(ascii: "/")
        if wantsDirectory { text.removeLast() }
        guard !text.isEmpty else { return nil }
        let isAnchored = text.contains(UInt8(ascii: "/"))
        if text.first == UInt8(ascii: "/") { text.removeFirst() }
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        guard !parts.isEmpty else { return nil }
        let named = parts.map { $0.elementsEqual("**".utf8) ? .any : Component.name(Self.tokens($0)) }
        components = isAnchored ? named : [.any] + named
    }

    private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = line
        if text.last == UInt8(ascii: "\r") { text.removeLast() }
        while text.last == UInt8(ascii: " "), text.dropLast().last != UInt8(ascii: "\\") { text.removeLast() }
        return text
    }

    // MARK: - Reading

    private static func tokens(_ text: ArraySlice<UInt8>) -> [Token] {
        var rest = text
        var tokens: [Token] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*"): if tokens.last != .many { tokens.append(.many) }
            case UInt8(ascii: "?"): tokens.append(.one)
            case UInt8(ascii: "["): tokens.append(set(in: &rest) ?? .byte(byte))
            case UInt8(ascii: "\\"): tokens.append(.byte(rest.popFirst() ?? byte))
            default: tokens.append(.byte(byte))
            }
        }
        return tokens
    }

    /// Reads behind `[`; nil, with nothing taken, where no `]` follows.
    private static func set(in rest: inout ArraySlice<UInt8>) -> Token? {
        var text = rest
        let isInverted = text.first == UInt8(ascii: "!") || text.first == UInt8(ascii: "^")
        if isInverted { text.removeFirst() }
        var members: Set<UInt8> = []
        var isFirst = true
        while let byte = text.popFirst() {
            if byte == UInt8(ascii: "]"), !isFirst {
                rest = text
                return .set(isInverted ? Set(0...255).subtracting(members) : members)
            }
            isFirst = false
            let low = byte == UInt8(ascii: "\\") ? text.popFirst() ?? byte : byte
            let high = upperBound(in: &text) ?? low
            if low <= high { members.formUnion(low...high) }
        }
        return nil
    }

    private static func upperBound(in text: inout ArraySlice<UInt8>) -> UInt8? {
        guard text.first == UInt8(ascii: "-"), let high = text.dropFirst().first, high != UInt8(ascii: "]") else {
            return nil
        }
        text = text.dropFirst(2)
        return high
    }

    // MARK: - Matching

    /// Whether the components of a path match, from where the pattern is anchored.
    func matches(_ path: [ArraySlice<UInt8>], isDirectory: Bool) -> Bool {
        guard isDirectory || !wantsDirectory else { return false }
        return Self.matches(components, path, isMany: { $0 == .any }) { component, name in
            guard case .name(let tokens) = component else { return false }
            return Self.matches(tokens, Array(name), isMany: { $0 == .many }) { token, byte in
                switch token {
                case .byte(let wanted): byte == wanted
                case .set(let members): members.contains(byte)
                case .one: true
                case .many: false
                }
            }
        }
    }

    /// Matches with wildcards for any number of elements by going back to the last one only: O(pattern x text).
    private static func matches<Pattern, Element>(
        _ pattern: [Pattern], _ text: [Element], isMany: (Pattern) -> Bool, one: (Pattern, Element) -> Bool
    ) -> Bool {
        var (p, t) = (0, 0)
        var retry: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, isMany(pattern[p]) {
                p += 1
                retry = (p, t)
            } else if p < pattern.count, one(pattern[p], text[t]) {
                p += 1
                t += 1
            } else if let last = retry {
                retry = (last.p, last.t + 1)
                (p, t) = (last.p, last.t + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy(isMany)
    }
}
