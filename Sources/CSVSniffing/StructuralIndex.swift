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

    /// What one block of 64 bytes hands on to the next.
    private struct Carry {
        /// All ones inside quotes.
        var inside: UInt64 = 0
        /// 1 where the previous byte divides fields.
        var structural: UInt64 = 1
        /// 1 where the previous byte is a quote that closes.
        var closing: UInt64 = 0
        var hasQuotes = false
        var isIrregular = false
        /// How many positions and record ends there are so far.
        var count = 0
        var recordCount = 0

        /// Whether each opening quote follows a delimiter and each closing one precedes one, but for doubled quotes.
        @inline(__always)
        mutating func follows(_ quotes: UInt64, inside: UInt64, structural: UInt64) -> Bool {
            let opening = quotes & inside
            let closed = quotes & ~inside
            let afterClosing = closed &<< 1 | closing
            let mayOpen = structural &<< 1 | self.structural | afterClosing
            closing = closed &>> 63
            return opening & ~mayOpen == 0 && afterClosing & ~(structural | opening) == 0
        }
    }

    /// Indexes whole blocks of 64 bytes from a place where a record begins.
    mutating func build(_ bytes: Span<UInt8>, from start: Int, grammar: Grammar) {
        let summary = StructuralIndex.fill(&positions, &recordEnds, bytes, from: start, pattern: Pattern(grammar))
        recordCount = summary.recordCount
        hasQuotes = summary.hasQuotes
        isIrregular = summary.isIrregular
    }

    private static func fill(
        _ positions: inout [UInt32],
        _ recordEnds: inout [UInt32],
        _ bytes: Span<UInt8>,
        from start: Int,
        pattern: Pattern
    ) -> Carry {
        let end = Swift.min(bytes.count, start &+ stretch)
        var positions = positions.mutableSpan
        var recordEnds = recordEnds.mutableSpan
        var carry = Carry()
        var base = start
        while base &+ 64 <= end {
            let block = bytes.extracting(base..<(base &+ 64))
            let match = pattern.match(block)
            let inside = ByteMasks.prefixParity(match.quotes) ^ carry.inside
            let structural = match.structural & ~inside
            if match.quotes | carry.closing != 0 {
                carry.hasQuotes = true
                guard carry.follows(match.quotes, inside: inside, structural: structural) else {
                    carry.isIrregular = true
                    return carry
                }
            }
            carry.inside = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
            carry.structural = structural &>> 63
            var rest = structural
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                positions[carry.count] = UInt32(truncatingIfNeeded: base &+ bit)
                recordEnds[carry.recordCount] = UInt32(truncatingIfNeeded: carry.count)
                carry.recordCount &+= block[bit].isTerminator ? 1 : 0
                carry.count &+= 1
                rest &= rest &- 1
            }
            base &+= 64
        }
        return carry
    }

    /// The bytes to look for.
    private struct Pattern {
        let delimiter: UInt8
        let quote: UInt8
        /// All ones if there is a quote.
        let quoteMask: UInt64

        init(_ grammar: Grammar) {
            // Where there is no delimiter, only the line feed divides.
            delimiter = grammar.hasDelimiter ? UInt8(truncatingIfNeeded: grammar.delimiter) : .lineFeed
            quote = UInt8(truncatingIfNeeded: grammar.quote)
            quoteMask = grammar.hasQuote ? .max : 0
        }

        struct Match {
            var quotes: UInt64 = 0
            var structural: UInt64 = 0
        }

        /// Compares byte by byte, which compilers turn into vector code, and gathers the outcomes by multiplication.
        @inline(__always)
        func match(_ block: Span<UInt8>) -> Match {
            var structural = InlineArray<64, UInt8>(repeating: 0)
            var quotes = InlineArray<64, UInt8>(repeating: 0)
            for index in 0..<64 {
                let byte = block[index]
                let isEnd: UInt8 = (byte == .lineFeed ? 1 : 0) | (byte == .carriageReturn ? 1 : 0)
                structural[index] = isEnd | (byte == delimiter ? 1 : 0)
                quotes[index] = byte == quote ? 1 : 0
            }
            var result = Match()
            for lane in 0..<8 {
                let structuralWord = ByteMasks.word(structural.span, at: lane &* 8)
                let quoteWord = ByteMasks.word(quotes.span, at: lane &* 8)
                result.structural = result.structural &>> 8 | ByteMasks.gathered(structuralWord)
                result.quotes = result.quotes &>> 8 | ByteMasks.gathered(quoteWord)
            }
            result.quotes &= quoteMask
            return result
        }
    }
}
