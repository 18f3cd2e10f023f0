extension CellTypes {
    /// Everything that the bytes from `start` to `end` can be read as; blanks around a value do not count.
    init(parsing bytes: Span<UInt8>, from start: Int, to end: Int) {
        var start = start
        var end = end
        while start < end, bytes[start].isBlank { start &+= 1 }
        while start < end, bytes[end &- 1].isBlank { end &-= 1 }
        guard start < end, end &- start <= 48 else {
            self = []
            return
        }
        let first = bytes[start]
        if first.isDigit {
            self = CellTypes(digitLed: bytes, from: start, to: end)
        } else if first == 0x2D || first == 0x2B || first == 0x2E {
            self = NumberParser.types(bytes, from: start, to: end)
        } else if first.isLetter {
            self = CellTypes(letterLed: bytes, from: start, to: end)
        } else {
            self = []
        }
    }

    private init(digitLed bytes: Span<UInt8>, from start: Int, to end: Int) {
        let numeric = NumberParser.types(bytes, from: start, to: end)
        // A value such as 12.05 is a number and part of a date at once; dates need two separators or a colon.
        guard end &- start >= 4 else {
            self = numeric
            return
        }
        self = numeric.union(TemporalParser.types(bytes, from: start, to: end))
    }

    private init(letterLed bytes: Span<UInt8>, from start: Int, to end: Int) {
        switch end &- start {
        case 1...5:
            let word = Word(bytes, from: start, to: end)
            if Word.booleans.contains(word) {
                self = .boolean
                return
            }
            if Word.numbers.contains(word) {
                self = .pointNumber
                return
            }
            self = []
        case 8...:
            self = TemporalParser.types(bytes, from: start, to: end)
        default:
            self = []
        }
    }
}

/// A word of at most eight letters, in lower case, packed into an integer so that it compares in one step.
struct Word: Sendable, Hashable {
    private let packed: UInt64

    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        var value: UInt64 = 0
        for index in start..<Swift.min(end, start &+ 8) {
            value = value << 8 | UInt64(bytes[index] | 0x20)
        }
        packed = value
    }

    private init(_ text: StaticString) {
        var value: UInt64 = 0
        for byte in "\(text)".utf8 { value = value << 8 | UInt64(byte) }
        packed = value
    }

    /// The words that Table Schema reads as booleans, with yes and no.
    static let booleans: [Word] = [Word("true"), Word("false"), Word("yes"), Word("no")]
    static let numbers: [Word] = [Word("nan"), Word("inf")]

    /// The number of the month that a word names in English, whole or by its first three letters.
    var month: Int? {
        for (index, pair) in Word.months.enumerated() where self == pair.short || self == pair.long {
            return index + 1
        }
        return nil
    }

    private static let months: [(short: Word, long: Word)] = [
        (Word("jan"), Word("january")), (Word("feb"), Word("february")), (Word("mar"), Word("march")),
        (Word("apr"), Word("april")), (Word("may"), Word("may")), (Word("jun"), Word("june")),
        (Word("jul"), Word("july")), (Word("aug"), Word("august")), (Word("sep"), Word("septembe")),
        (Word("oct"), Word("october")), (Word("nov"), Word("november")), (Word("dec"), Word("december")),
    ]
}
