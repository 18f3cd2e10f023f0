/// A set of tags that answers in a few instructions: readers ask it for every entry of every file.
package struct EXIFTagSet: Sendable, ExpressibleByArrayLiteral {
    private var words = [UInt64](repeating: 0, count: 1 << 10)

    /// Makes a set.
    package init(_ tags: some Sequence<EXIFTag>) {
        for tag in tags { words[Int(tag.rawValue >> 6)] |= Self.bit(tag) }
    }

    /// Makes a set from a literal.
    package init(arrayLiteral tags: EXIFTag...) {
        self.init(tags)
    }

    /// Whether a tag is in the set.
    package func contains(_ tag: EXIFTag) -> Bool {
        words[Int(tag.rawValue >> 6)] & Self.bit(tag) != 0
    }

    private static func bit(_ tag: EXIFTag) -> UInt64 { 1 << UInt64(tag.rawValue & 63) }
}
