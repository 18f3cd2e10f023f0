/// The time in a `Creation Time` text (PNG, 11.3.3.2: RFC 1123 is suggested; ISO 8601 and EXIF's form are common).
struct PNGTime {
    /// `YYYY-MM-DDTHH:MM:SS`.
    let local: String
    /// `+01:00`, if the text says so.
    let offset: String?

    /// Reads a text; nil when it is no date in one of those forms.
    init?(parsing text: String) {
        let words = text.split { " ,\t".contains($0) }.map(String.init)
        if let first = words.first, let date = Self.numericDate(first) {
            self.init(date: date, rest: first.count > 10 ? [String(first.dropFirst(11))] : Array(words.dropFirst()))
        } else {
            let rest = words.first.map { $0.allSatisfy(\.isLetter) } == true ? words.dropFirst() : words[...]
            guard let date = Self.namedDate(Array(rest.prefix(3))) else { return nil }
            self.init(date: date, rest: Array(rest.dropFirst(3)))
        }
    }

    private init?(date: [Int], rest: [String]) {
        guard date.count == 3, (1...9999).contains(date[0]), (1...12).contains(date[1]), (1...31).contains(date[2])
        else { return nil }
        let clock = rest.first.map(Self.clock) ?? ([0, 0, 0], nil)
        guard let clock, clock.0[0] < 24, clock.0[1] < 60, clock.0[2] < 61 else { return nil }
        let day = [Self.padded(date[0], 4), Self.padded(date[1]), Self.padded(date[2])].joined(separator: "-")
        local = day + "T" + clock.0.map { Self.padded($0) }.joined(separator: ":")
        offset = Self.zone(clock.1 ?? rest.dropFirst().first)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// `2003-01-21` or `2003:01:21`, also with a time behind it.
    private static func numericDate(_ word: String) -> [Int]? {
        let parts = word.prefix(10).split { "-:".contains($0) }.map { Int($0) }
        guard word.count >= 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            year > 999
        else { return nil }
        return [year, month, day]
    }

    /// `21`, `Jan`, `2003`.
    private static func namedDate(_ words: [String]) -> [Int]? {
        guard words.count == 3, let day = Int(words[0]), let year = Int(words[2]), year > 999,
            let month = months.firstIndex(of: String(words[1].lowercased().prefix(3)))
        else { return nil }
        return [year, month + 1, day]
    }

    /// `HH:MM[:SS[.fff]]`, and what stands behind it.
    private static func clock(_ word: String) -> ([Int], String?)? {
        let time = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = time.prefix { $0 != "." }.split(separator: ":").map { Int($0) }
        guard parts.count >= 2, parts.count <= 3, let hour = parts[0], let minute = parts[1] else { return nil }
        guard let second = parts.count == 3 ? parts[2] : 0 else { return nil }
        let rest = word.dropFirst(time.count)
        return ([hour, minute, second], rest.isEmpty ? nil : String(rest))
    }

    /// `+0100`, `+01:00`, `Z`, `GMT` or `UTC`, as `+01:00`.
    private static func zone(_ word: String?) -> String? {
        guard let word, let sign = word.first else { return nil }
        if ["Z", "GMT", "UTC"].contains(word) { return "+00:00" }
        let digits = word.filter(\.isNumber)
        guard "+-".contains(sign), digits.count == 4, digits.allSatisfy(\.isASCII) else { return nil }
        return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
