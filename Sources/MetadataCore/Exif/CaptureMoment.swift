/// A date, perhaps with a time of day, as a writer's clock showed it.
///
/// EXIF writes `2021:04:11 15:47:53`, ISO 8601 `2021-04-11T15:47:53.05-05:00`; blank, zero and impossible ones are no
/// moments. Parts that a writer left out or left blank stay absent: midnight is not assumed.
package struct CaptureMoment: Hashable, Sendable {
    /// `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    package let local: String
    /// The digits of the fraction of a second, without zeros at the end; empty when there are none.
    package let fraction: String
    /// The offset from UTC, `+01:00`, where the text says so.
    package let offset: String?

    /// The moment as records write it, without the offset.
    package var text: String { fraction.isEmpty ? local : "\(local).\(fraction)" }

    /// Reads a moment; nil when the text holds no possible date.
    ///
    /// - Parameters:
    ///   - text: Date and time in one of the two ways.
    ///   - subSeconds: Digits after the second that stand elsewhere; they count where the text itself has none.
    package init?(parsing text: String, subSeconds: String? = nil) {
        var scanner = MomentScanner(text)
        guard let date = scanner.date() else { return nil }
        let time = scanner.time()
        local = if let time { "\(date)T\(time.text)" } else { date }
        let hasSeconds = time?.hasSeconds ?? false
        fraction = hasSeconds ? Self.significant(scanner.fraction() ?? subSeconds ?? "") : ""
        offset = time == nil ? nil : scanner.offset()
    }

    /// Reads an offset from UTC: `+01:00`, `-0530` or `Z`.
    ///
    /// - Parameter text: The offset, perhaps with white space around it.
    /// - Returns: `+01:00`; nil when the text is no offset, or one that no place on Earth has.
    package static func offset(parsing text: String) -> String? {
        var scanner = MomentScanner(text)
        return scanner.offset()
    }

    private static func significant(_ digits: String) -> String {
        let digits = digits.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return "" }
        let kept = digits.prefix(9)
        guard let last = kept.lastIndex(where: { $0 != 0x30 }) else { return "" }
        return String(Substring(kept[...last]))
    }
}

/// Reads the parts of a moment from the left; a part that is not there is not passed over.
private struct MomentScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8.drop { $0 == 0x20 }
    }

    /// Year, month and day between colons or hyphens.
    mutating func date() -> String? {
        guard let year = digits(4), year > 0, pass(":-"), let month = digits(2), (1...12).contains(month), pass(":-"),
            let day = digits(2), (1...31).contains(day)
        else { return nil }
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }

    /// Hour and minute, and the second where it follows.
    mutating func time() -> (text: String, hasSeconds: Bool)? {
        let start = rest
        guard pass(" T"), let hour = digits(2), hour < 24, pass(":"), let minute = digits(2), minute < 60 else {
            rest = start
            return nil
        }
        let text = "\(hour.padded(2)):\(minute.padded(2))"
        let beforeSeconds = rest
        guard pass(":"), let second = digits(2), second <= 60 else {
            rest = beforeSeconds
            return (text, false)
        }
        return ("\(text):\(second.padded(2))", true)
    }

    /// A point and digits.
    mutating func fraction() -> String? {
        guard rest.first == UInt8(ascii: ".") else { return nil }
        let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count + 1)
        return String(Substring(digits))
    }

    /// `Z`, or a sign, hours and minutes. From -12:00 to +14:00, the offsets in use.
    mutating func offset() -> String? {
        rest = rest.drop { $0 == 0x20 }
        if pass("Z") { return "+00:00" }
        let isWest = rest.first == UInt8(ascii: "-")
        guard pass("+-"), let hours = digits(2) else { return nil }
        _ = pass(":")
        guard let minutes = digits(2), minutes < 60, hours * 60 + minutes <= (isWest ? 12 : 14) * 60 else { return nil }
        return "\(isWest ? "-" : "+")\(hours.padded(2)):\(minutes.padded(2))"
    }

    private mutating func pass(_ characters: StaticString) -> Bool {
        guard let first = rest.first, characters.description.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func digits(_ count: Int) -> Int? {
        let head = rest.prefix(count)
        guard head.count == count, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return head.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
}

extension Int {
    /// The number's digits with zeros before them; for numbers that are not negative.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
