/// A date, a time of day and its offset from UTC, as RFC 3339 writes them.
struct Timestamp: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    let offsetMinutes: Int

    /// `2006-01-02T15:04:05+07:00`; `Z` at an offset of zero (RFC 3339, 5.6).
    var text: String {
        let date = "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
        let time = "\(Self.digits(hour, 2)):\(Self.digits(minute, 2)):\(Self.digits(second, 2))"
        return "\(date)T\(time)\(offset)"
    }

    private var offset: String {
        guard offsetMinutes != 0 else { return "Z" }
        let minutes = abs(offsetMinutes)
        return "\(offsetMinutes < 0 ? "-" : "+")\(Self.digits(minutes / 60, 2)):\(Self.digits(minutes % 60, 2))"
    }

    private static func digits(_ value: Int, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
