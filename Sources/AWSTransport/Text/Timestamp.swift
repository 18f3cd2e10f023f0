#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A point in time in whole seconds since 1970-01-01T00:00:00Z, as signatures and HTTP dates count it.
///
/// ```swift
/// Timestamp(secondsSinceEpoch: 1_369_353_600).basicFormat    // "20130524T000000Z"
/// ```
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since the epoch, without leap seconds.
    public var secondsSinceEpoch: Int

    /// Makes a point in time.
    ///
    /// - Parameter secondsSinceEpoch: Seconds since the epoch.
    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    /// Orders by time.
    ///
    /// - Parameters:
    ///   - lhs: One point in time.
    ///   - rhs: Another.
    /// - Returns: True when `lhs` is earlier.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.secondsSinceEpoch < rhs.secondsSinceEpoch
    }

    /// What the system's clock shows now.
    ///
    /// - Returns: The time, cut to seconds.
    public static func now() -> Self {
        Self(secondsSinceEpoch: millisecondsSinceEpoch() / 1_000)
    }

    static func millisecondsSinceEpoch() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}

// MARK: - Writing

extension Timestamp {
    /// ISO 8601, basic: `20130524T000000Z`.
    public var basicFormat: String {
        let (date, time) = fields
        return "\(date.year, digits: 4)\(date.month, digits: 2)\(date.day, digits: 2)"
            + "T\(time / 3_600, digits: 2)\(time / 60 % 60, digits: 2)\(time % 60, digits: 2)Z"
    }

    /// The first eight digits of ``basicFormat``: `20130524`.
    var day: String { String(basicFormat.prefix(8)) }

    /// Civil date and second of the day.
    private var fields: (date: CivilDate, second: Int) {
        let (days, second) = secondsSinceEpoch.flooredDivision(by: 86_400)
        return (CivilDate(daysSinceEpoch: days), second)
    }
}

extension DefaultStringInterpolation {
    fileprivate mutating func appendInterpolation(_ number: Int, digits: Int) {
        let text = String(number)
        appendLiteral(String(repeating: "0", count: max(0, digits - text.utf8.count)) + text)
    }
}

// MARK: - Reading

extension Timestamp {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads an IMF-fixdate (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    ///
    /// - Parameter text: The value of a `date` header.
    public init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = Self.months.firstIndex(of: String(words[2]))
        else { return nil }
        self.init(date: CivilDate(year: year, month: month + 1, day: day), time: words[4])
    }

    /// Reads ISO 8601, extended, in UTC: `2013-05-24T00:00:00Z`, with or without a fraction, which is dropped.
    ///
    /// - Parameter text: Date and time.
    public init?(iso8601 text: String) {
        let halves = text.split(separator: "T")
        guard halves.count == 2, halves[1].hasSuffix("Z") else { return nil }
        let date = halves[0].split(separator: "-").compactMap { Int($0) }
        guard date.count == 3 else { return nil }
        let time = halves[1].dropLast().prefix { $0 != "." }
        self.init(date: CivilDate(year: date[0], month: date[1], day: date[2]), time: time)
    }

    private init?(date: CivilDate, time: Substring) {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, date.isValid, 0..<24 ~= parts[0], 0..<60 ~= parts[1], 0...60 ~= parts[2] else {
            return nil
        }
        secondsSinceEpoch = date.daysSinceEpoch * 86_400 + parts[0] * 3_600 + parts[1] * 60 + parts[2]
    }
}

/// A day of the proleptic Gregorian calendar. Years begin in March here, so that a leap day comes last.
private struct CivilDate {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    init(daysSinceEpoch: Int) {
        let (era, dayOfEra) = (daysSinceEpoch + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var isValid: Bool { 0...9_999 ~= year && 1...12 ~= month && 1...31 ~= day }

    var daysSinceEpoch: Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Int {
    fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
