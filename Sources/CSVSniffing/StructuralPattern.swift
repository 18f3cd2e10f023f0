/// The bytes that divide a text, and where they stand in 64 others.
struct StructuralPattern: Sendable {
    private let delimiter: UInt8
    private let quote: UInt8
    /// All ones if there is a delimiter, and if there is a quote.
    private let delimiterMask: UInt64
    private let quoteMask: UInt64

    init(_ grammar: Grammar) {
        // Where there is no delimiter, only the line feed divides.
        delimiter = grammar.hasDelimiter ? UInt8(truncatingIfNeeded: grammar.delimiter) : .lineFeed
        quote = UInt8(truncatingIfNeeded: grammar.quote)
        delimiterMask = grammar.hasDelimiter ? .max : 0
        quoteMask = grammar.hasQuote ? .max : 0
    }

    /// A bit for each byte, the first one lowest.
    struct Match {
        var quotes: UInt64
        /// Delimiters and line ends.
        var structural: UInt64
    }

    /// As above, with the two kinds of dividing bytes apart.
    struct FineMatch {
        var quotes: UInt64
        var delimiters: UInt64
        var terminators: UInt64
    }

    /// Compares in a form that compilers turn into vector code: each group of eight bytes has a bit of its own.
    @inline(__always)
    func match(_ block: Span<UInt8>) -> Match {
        var structural = InlineArray<16, UInt8>(repeating: 0)
        var quotes = InlineArray<16, UInt8>(repeating: 0)
        for part in 0..<4 {
            for lane in 0..<16 {
                let byte = block[part &* 16 &+ lane]
                let weight = UInt8(truncatingIfNeeded: (1 &+ lane &>> 3) &<< (2 &* part))
                let isEnd: UInt8 = (byte == .lineFeed ? weight : 0) | (byte == .carriageReturn ? weight : 0)
                structural[lane] |= isEnd | (byte == delimiter ? weight : 0)
                quotes[lane] |= byte == quote ? weight : 0
            }
        }
        return Match(
            quotes: ByteMasks.bits(quotes.span) & quoteMask,
            structural: ByteMasks.bits(structural.span)
        )
    }

    @inline(__always)
    func fineMatch(_ block: Span<UInt8>) -> FineMatch {
        var terminators = InlineArray<16, UInt8>(repeating: 0)
        var delimiters = InlineArray<16, UInt8>(repeating: 0)
        var quotes = InlineArray<16, UInt8>(repeating: 0)
        for part in 0..<4 {
            for lane in 0..<16 {
                let byte = block[part &* 16 &+ lane]
                let weight = UInt8(truncatingIfNeeded: (1 &+ lane &>> 3) &<< (2 &* part))
                terminators[lane] |= (byte == .lineFeed ? weight : 0) | (byte == .carriageReturn ? weight : 0)
                delimiters[lane] |= byte == delimiter ? weight : 0
                quotes[lane] |= byte == quote ? weight : 0
            }
        }
        return FineMatch(
            quotes: ByteMasks.bits(quotes.span) & quoteMask,
            delimiters: ByteMasks.bits(delimiters.span) & delimiterMask,
            terminators: ByteMasks.bits(terminators.span)
        )
    }
}

/// What one block of 64 bytes hands on to the next: whether it ends inside quotes, and whether quotes are where they
/// may be.
struct QuoteCarry: Sendable {
    /// All ones inside quotes.
    private var inside: UInt64 = 0
    /// 1 where the previous byte divides fields.
    private var structural: UInt64 = 1
    /// 1 where the previous byte is a quote that closes.
    private var closing: UInt64 = 0

    /// For each byte whether it is inside quotes; an opening quote is, a closing one is not.
    @inline(__always)
    func inside(_ quotes: UInt64) -> UInt64 {
        ByteMasks.prefixParity(quotes) ^ inside
    }

    /// Whether a block needs to be looked at for its quotes.
    @inline(__always)
    func isConcerned(_ quotes: UInt64) -> Bool {
        quotes | closing != 0
    }

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

    @inline(__always)
    mutating func advance(inside: UInt64, structural: UInt64) {
        self.inside = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
        self.structural = structural &>> 63
    }
}
