/// Bytes at fixed offsets that tell a format. All patterns must match.
///
/// Written as text in the table: an offset, a colon, then bytes as hexadecimal pairs or quoted ASCII; `??` is any
/// byte, `?` any half of one; `&` joins patterns.
///
///     0: 89 'PNG' 0D 0A 1A 0A
///     0: 'RIFF' & 8: 'WEBP'
///     0: 'IIII' ?? 0?
struct Signature: Sendable {
    /// Bytes at one offset.
    struct Pattern: Sendable, Equatable {
        var offset: Int
        var bytes: [UInt8] = []
        /// One mask a byte; empty when every bit counts.
        var mask: [UInt8] = []
    }

    /// The patterns by offset.
    let patterns: [Pattern]

    /// How many bits are compared: of two signatures that match, the one with more tells more.
    let strength: Int

    /// Reads the notation; nil when it is malformed, which a test of the table would show.
    init?(_ notation: String) {
        var scanner = NotationScanner(notation)
        guard let patterns = scanner.patterns(), !patterns.isEmpty else { return nil }
        self.patterns = patterns.sorted { $0.offset < $1.offset }
        self.strength = patterns.reduce(0) { $0 + $1.significantBits }
    }

    /// Whether all patterns match.
    func matches(_ head: ArraySlice<UInt8>) -> Bool {
        for pattern in patterns where !pattern.matches(head) {
            return false
        }
        return true
    }

    /// The first bytes that a file with this signature can have.
    var firstBytes: [UInt8] {
        guard let first = patterns.first, first.offset == 0, let expected = first.bytes.first else {
            return Array(0...255)
        }
        guard let mask = first.mask.first, mask != 0xFF else { return [expected] }
        return (0...255).filter { $0 & mask == expected }
    }

    /// Where the signature stands, for the basis of an identification.
    var place: String { "signature at \(patterns.first?.offset ?? 0)" }
}

extension Signature.Pattern {
    fileprivate var significantBits: Int {
        mask.isEmpty ? bytes.count * 8 : mask.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    func matches(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.count >= offset + bytes.count else { return false }
        let start = head.startIndex + offset
        if mask.isEmpty {
            for index in bytes.indices where head[start + index] != bytes[index] { return false }
        } else {
            for index in bytes.indices where head[start + index] & mask[index] != bytes[index] { return false }
        }
        return true
    }
}

/// Reads the notation of signatures.
private struct NotationScanner {
    private let characters: [UInt8]
    private var position = 0

    init(_ notation: String) {
        characters = Array(notation.utf8)
    }

    mutating func patterns() -> [Signature.Pattern]? {
        var patterns: [Signature.Pattern] = []
        repeat {
            guard let pattern = pattern() else { return nil }
            patterns.append(pattern)
        } while take("&")
        return position == characters.count ? patterns : nil
    }

    private mutating func pattern() -> Signature.Pattern? {
        guard let offset = offset(), take(":") else { return nil }
        var pattern = Signature.Pattern(offset: offset)
        while position < characters.count, characters[position] != UInt8(ascii: "&") {
            guard append(to: &pattern) else { return nil }
            skipSpaces()
        }
        if pattern.mask.allSatisfy({ $0 == 0xFF }) { pattern.mask = [] }
        return pattern.bytes.isEmpty ? nil : pattern
    }

    private mutating func append(to pattern: inout Signature.Pattern) -> Bool {
        guard takeQuote() else { return appendPair(to: &pattern) }
        while position < characters.count, characters[position] != UInt8(ascii: "'") {
            pattern.bytes.append(characters[position])
            pattern.mask.append(0xFF)
            position += 1
        }
        guard position < characters.count else { return false }
        position += 1
        return true
    }

    private mutating func appendPair(to pattern: inout Signature.Pattern) -> Bool {
        guard let high = halfByte(), let low = halfByte() else { return false }
        pattern.bytes.append(high.value << 4 | low.value)
        pattern.mask.append(high.mask << 4 | low.mask)
        return true
    }

    private mutating func halfByte() -> (value: UInt8, mask: UInt8)? {
        guard position < characters.count else { return nil }
        defer { position += 1 }
        switch characters[position] {
        case UInt8(ascii: "?"): return (0, 0)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return (characters[position] - UInt8(ascii: "0"), 0xF)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return (characters[position] - UInt8(ascii: "A") + 10, 0xF)
        default: return nil
        }
    }

    private mutating func offset() -> Int? {
        skipSpaces()
        let start = position
        while position < characters.count, (48...57).contains(characters[position]) { position += 1 }
        return Int(String(decoding: characters[start..<position], as: UTF8.self))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard position < characters.count, characters[position] == UInt8(ascii: character) else { return false }
        position += 1
        skipSpaces()
        return true
    }

    /// Unlike ``take(_:)`` it leaves the spaces behind the quote: they belong to the text.
    private mutating func takeQuote() -> Bool {
        guard position < characters.count, characters[position] == UInt8(ascii: "'") else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position] == UInt8(ascii: " ") { position += 1 }
    }
}
