/// Checks of common notations, eight bytes at a time.
enum FormCheck {
    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// The first `count` bytes of a word, 1...8, with digits zero behind them.
    @inline(__always)
    private static func padded(_ word: UInt64, count: Int) -> UInt64 {
        let mask = UInt64.max &>> UInt64(64 &- count &* 8)
        // Addition rather than union: it keeps the eight loads of the word together as one.
        return (word & mask) &+ (zeros & ~mask)
    }

    @inline(__always)
    private static func areDigits(_ word: UInt64) -> Bool {
        let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        return (word & upper) | ((word &+ 0x0606_0606_0606_0606) & upper) &>> 4 == 0x3333_3333_3333_3333
    }

    // MARK: - Numbers

    /// A whole number of at most `limit` digits, 16 at most, without leading zeros.
    @inline(__always)
    static func isWhole(_ bytes: Span<UInt8>, from start: Int, to end: Int, limit: Int) -> Bool {
        let first = start &+ (bytes[start] == 0x2D ? 1 : 0)
        let count = end &- first
        guard count >= 1, count <= limit, count == 1 || bytes[first] != 0x30 else { return false }
        let word = ByteMasks.word(bytes, at: first)
        guard count > 8 else { return areDigits(padded(word, count: count)) }
        return areDigits(word) && areDigits(padded(ByteMasks.word(bytes, at: first &+ 8), count: count &- 8))
    }

    /// A number of at most 24 bytes that may have a fraction behind a point.
    @inline(__always)
    static func isDecimal(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let first = start &+ (bytes[start] == 0x2D ? 1 : 0)
        let count = end &- first
        guard count >= 1, count <= 24 else { return false }
        var word = padded(ByteMasks.word(bytes, at: first), count: Swift.min(count, 8))
        let points = takePoints(&word)
        guard areDigits(word), points.nonzeroBitCount <= 1 else { return false }
        let isWhole = points == 0
        guard isWhole || points > 0x80 else { return false }
        // A zero in front of another digit makes a code.
        if bytes[first] == 0x30, points != 0x8000, count > 1 { return false }
        guard count > 8 else { return true }
        var rest = padded(ByteMasks.word(bytes, at: first &+ 8), count: Swift.min(count &- 8, 8))
        let morePoints = takePoints(&rest)
        let pointCount = points.nonzeroBitCount &+ morePoints.nonzeroBitCount
        guard areDigits(rest), pointCount <= 1 else { return false }
        guard count > 16 else { return true }
        // Whatever is so long has its point before.
        return pointCount == 1 && areDigits(padded(ByteMasks.word(bytes, at: first &+ 16), count: count &- 16))
    }

    /// Turns points into zeros; returns the high bit of each byte that was one.
    @inline(__always)
    private static func takePoints(_ word: inout UInt64) -> UInt64 {
        let points = ~ByteMasks.differing(word, 0x2E2E_2E2E_2E2E_2E2E) & ByteMasks.high
        word ^= (points &>> 7) &* 0x1E
        return points
    }

    // MARK: - Dates and times

    /// The value of the two digits that begin at a byte of a word.
    @inline(__always)
    private static func pair(_ word: UInt64, at byte: UInt64) -> UInt64 {
        ((word &>> (byte &* 8)) & 0xF) &* 10 &+ ((word &>> (byte &* 8 &+ 8)) & 0xF)
    }

    /// `YYYY-MM-DD`
    @inline(__always)
    static func isISODate(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        let word = ByteMasks.word(bytes, at: start)
        let day = ByteMasks.word(bytes, at: start &+ 8)
        guard word & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return false }
        guard areDigits(word ^ 0x1D00_001D_0000_0000), areDigits(padded(day, count: 2)) else { return false }
        return isMonth(pair(word, at: 5)) && isDay(pair(day, at: 0))
    }

    /// `YYYY-MM-DD HH:MM:SS`, or with a `T` where the types ask for it.
    @inline(__always)
    static func isISODatetime(_ bytes: Span<UInt8>, at start: Int, types: CellTypes) -> Bool {
        let separator: UInt8 = types.contains(.datetime) ? .space : 0x54
        guard isISODate(bytes, at: start), bytes[start &+ 10] == separator else { return false }
        return isClock(ByteMasks.word(bytes, at: start &+ 11))
    }

    /// `HH:MM:SS`
    @inline(__always)
    static func isClock(_ word: UInt64) -> Bool {
        guard word & 0x0000_FF00_00FF_0000 == 0x0000_3A00_003A_0000 else { return false }
        guard areDigits(word ^ 0x0000_0A00_000A_0000) else { return false }
        return pair(word, at: 0) < 25 && pair(word, at: 3) < 60 && pair(word, at: 6) < 61
    }

    /// `HH:MM:SS` or `H:MM:SS`
    @inline(__always)
    static func isClock(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let word = ByteMasks.word(bytes, at: start)
        if end &- start == 8 { return isClock(word) }
        return end &- start == 7 && isClock(word &<< 8 | 0x30)
    }

    /// Day and month with one or two digits each, and a year with four, or with two where the types ask for it; slashes
    /// or points between; in every order that the types still hold.
    @inline(__always)
    static func isDayMonthYear(_ bytes: Span<UInt8>, from start: Int, to end: Int, types: CellTypes) -> Bool {
        let yearDigits = types.isDisjoint(with: shortYears) ? 4 : 2
        guard let year = yearStart(bytes, at: start, types: types), year &+ yearDigits == end else { return false }
        return areDigits(padded(ByteMasks.word(bytes, at: year), count: yearDigits))
    }

    /// As ``isDayMonthYear(_:from:to:types:)``, a space, and `HH:MM` or `H:MM` behind it.
    @inline(__always)
    static func isDayMonthYearTime(_ bytes: Span<UInt8>, from start: Int, to end: Int, types: CellTypes) -> Bool {
        let yearDigits = types.isDisjoint(with: shortYears) ? 4 : 2
        guard let year = yearStart(bytes, at: start, types: types) else { return false }
        let space = year &+ yearDigits
        guard bytes[space] == .space, areDigits(padded(ByteMasks.word(bytes, at: year), count: yearDigits)) else {
            return false
        }
        let hour = shortNumber(bytes, at: space &+ 1)
        guard hour.digits > 0, hour.value < 25, bytes[space &+ 1 &+ hour.digits] == 0x3A else { return false }
        let minute = shortNumber(bytes, at: space &+ 2 &+ hour.digits)
        return minute.digits == 2 && minute.value < 60 && space &+ 4 &+ hour.digits == end
    }

    private static let shortYears: CellTypes = [
        .dayFirstSlashShort, .dayFirstDotShort, .monthFirstSlashShort, .monthFirstDotShort,
    ]
    private static let slashes: CellTypes = [
        .dayFirstSlash, .monthFirstSlash, .dayFirstSlashShort, .monthFirstSlashShort,
    ]

    /// Where the year begins behind day and month; nil where they are none.
    @inline(__always)
    private static func yearStart(_ bytes: Span<UInt8>, at start: Int, types: CellTypes) -> Int? {
        let separator: UInt8 = types.isDisjoint(with: slashes) ? 0x2E : 0x2F
        let first = shortNumber(bytes, at: start)
        let next = start &+ first.digits
        guard first.digits > 0, bytes[next] == separator else { return nil }
        let second = shortNumber(bytes, at: next &+ 1)
        let last = next &+ 1 &+ second.digits
        guard second.digits > 0, bytes[last] == separator else { return nil }
        if !types.isDisjoint(with: .dayFirst), !(isDay(first.value) && isMonth(second.value)) { return nil }
        if !types.isDisjoint(with: .monthFirst), !(isMonth(first.value) && isDay(second.value)) { return nil }
        return last &+ 1
    }

    /// The value of one or two digits, and how many there are, 0 where there is none.
    @inline(__always)
    private static func shortNumber(_ bytes: Span<UInt8>, at start: Int) -> (value: UInt64, digits: Int) {
        let first = bytes[start]
        guard first.isDigit else { return (0, 0) }
        let second = bytes[start &+ 1]
        guard second.isDigit else { return (UInt64(first &- 0x30), 1) }
        return (UInt64(first &- 0x30) &* 10 &+ UInt64(second &- 0x30), 2)
    }

    @inline(__always)
    private static func isMonth(_ value: UInt64) -> Bool { value &- 1 < 12 }
    @inline(__always)
    private static func isDay(_ value: UInt64) -> Bool { value &- 1 < 31 }

    // MARK: - Words

    /// `true` or `false` in lower case.
    @inline(__always)
    static func isBoolean(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let word = ByteMasks.word(bytes, at: start)
        if end &- start == 4 { return word & 0xFFFF_FFFF == 0x6575_7274 }
        return end &- start == 5 && word & 0xFF_FFFF_FFFF == 0x65_736C_6166
    }
}
