/// The places of the delimiters and line ends outside quotes in a stretch of a buffer.
///
/// It is exact as long as quotes stand at the edges of fields only, where their parity tells inside from outside;
/// it ends before the first 64 bytes where one does not.
struct StructuralIndex: Sendable {
    /// How many bytes are indexed at a time.
    static let stretch = 1 << 14

    /// Where fields end.
    private(set) var positions = [UInt32](repeating: 0, count: StructuralIndex.stretch + 64)
    /// For each record the place in `positions` of the line end that closes it.
    private(set) var recordEnds = [UInt32](repeating: 0, count: StructuralIndex.stretch + 64)
    private(set) var recordCount = 0
    private(set) var hasQuotes = false
    /// Whether a quote stands where parity cannot be trusted.
    private(set) var isIrregular = false

    /// What is known of a stretch.
    private struct Summary {
        var hasQuotes = false
        var isIrregular = false
        /// How many positions and record ends there are.
        var count = 0
        var recordCount = 0
    }

    /// Indexes whole blocks of 64 bytes from a place where a record begins.
    mutating func build(_ bytes: Span<UInt8>, from start: Int, pattern: StructuralPattern) {
        let summary = StructuralIndex.fill(&positions, &recordEnds, bytes, from: start, pattern: pattern)
        recordCount = summary.recordCount
        hasQuotes = summary.hasQuotes
        isIrregular = summary.isIrregular
    }

    private static func fill(
        _ positions: inout [UInt32],
        _ recordEnds: inout [UInt32],
        _ bytes: Span<UInt8>,
        from start: Int,
        pattern: StructuralPattern
    ) -> Summary {
        let end = Swift.min(bytes.count, start &+ stretch)
        var positions = positions.mutableSpan
        var recordEnds = recordEnds.mutableSpan
        var carry = QuoteCarry()
        var summary = Summary()
        var base = start
        while base &+ 64 <= end {
            let block = bytes.extracting(base..<(base &+ 64))
            let match = pattern.match(block)
            let inside = carry.inside(match.quotes)
            let structural = match.structural & ~inside
            if carry.isConcerned(match.quotes) {
                summary.hasQuotes = true
                guard carry.follows(match.quotes, inside: inside, structural: structural) else {
                    summary.isIrregular = true
                    return summary
                }
            }
            carry.advance(inside: inside, structural: structural)
            var rest = structural
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                positions[summary.count] = UInt32(truncatingIfNeeded: base &+ bit)
                recordEnds[summary.recordCount] = UInt32(truncatingIfNeeded: summary.count)
                summary.recordCount &+= block[bit].isTerminator ? 1 : 0
                summary.count &+= 1
                rest &= rest &- 1
            }
            base &+= 64
        }
        return summary
    }
}
