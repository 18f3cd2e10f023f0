/// Counts the records of a buffer and their fields without looking at the fields.
struct RecordCounter {
    let pattern: StructuralPattern
    let grammar: Grammar
    /// The number of fields that a record has.
    let expectedFieldCount: Int?

    /// What was found so far in the record at hand.
    private struct State {
        var carry = QuoteCarry()
        /// Where the record begins.
        var position: Int
        var delimiterCount = 0
        /// Whether it holds line breaks inside quotes.
        var holdsBreak = false
    }

    /// Counts whole records from a place where one begins.
    ///
    /// - Returns: Where the first record begins that was not counted: one that does not end in the bytes, or that needs
    ///   a closer look.
    func count(_ bytes: Span<UInt8>, from start: Int, blockOffset: Int, into findings: inout StreamFindings) -> Int {
        var state = State(position: start)
        var base = start
        while base &+ 64 <= bytes.count {
            let match = pattern.fineMatch(bytes.extracting(base..<(base &+ 64)))
            let inside = state.carry.inside(match.quotes)
            let delimiters = match.delimiters & ~inside
            let terminators = match.terminators & ~inside
            let structural = delimiters | terminators
            if state.carry.isConcerned(match.quotes) {
                guard state.carry.follows(match.quotes, inside: inside, structural: structural) else { break }
            }
            state.carry.advance(inside: inside, structural: structural)
            let breaks = match.terminators & inside
            guard close(terminators, delimiters, breaks, at: base, &state, bytes, blockOffset, &findings) else { break }
            base &+= 64
        }
        return state.position
    }

    /// Ends the records whose line ends are in a block; false where one needs a closer look.
    @inline(__always)
    private func close(
        _ terminators: UInt64,
        _ delimiters: UInt64,
        _ breaks: UInt64,
        at base: Int,
        _ state: inout State,
        _ bytes: Span<UInt8>,
        _ blockOffset: Int,
        _ findings: inout StreamFindings
    ) -> Bool {
        var rest = terminators
        var delimiters = delimiters
        var breaks = breaks
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            let behind = ~UInt64(0) &<< UInt64(bit)
            let end = base &+ bit
            rest &= rest &- 1
            // The line feed of a CR LF ends no record of its own.
            guard end >= state.position else { continue }
            let fieldCount = state.delimiterCount &+ (delimiters & ~behind).nonzeroBitCount &+ 1
            let holdsBreak = state.holdsBreak || breaks & ~behind != 0
            guard end &+ 1 < bytes.count, !holdsBreak || fieldCount == expectedFieldCount,
                isPlain(bytes, from: state.position, to: end, fieldCount: fieldCount)
            else { return false }
            let isLF = bytes[end] == .lineFeed
            let isCRLF = !isLF && bytes[end &+ 1] == .lineFeed
            findings.addCounted(
                bytes,
                start: state.position,
                fieldCount: fieldCount,
                terminator: isLF ? .lf : isCRLF ? .crlf : .cr,
                blockOffset: blockOffset
            )
            delimiters &= behind
            breaks &= behind
            state.position = end &+ (isCRLF ? 2 : 1)
            state.delimiterCount = 0
            state.holdsBreak = false
        }
        state.delimiterCount &+= delimiters.nonzeroBitCount
        state.holdsBreak = state.holdsBreak || breaks != 0
        return true
    }

    /// Whether a record certainly has content, and not only in its first field.
    @inline(__always)
    private func isPlain(_ bytes: Span<UInt8>, from start: Int, to end: Int, fieldCount: Int) -> Bool {
        guard end > start else { return false }
        let first = UInt16(bytes[start])
        let hasFirst = first != grammar.delimiter && first != grammar.quote
        guard hasFirst || end &- start > 3 &* fieldCount else { return false }
        guard fieldCount > 1 else { return expectedFieldCount == 1 }
        guard UInt16(bytes[end &- 1]) == grammar.delimiter else { return true }
        for index in (end &- fieldCount &+ 1)..<end where UInt16(bytes[index]) != grammar.delimiter { return true }
        return false
    }
}
