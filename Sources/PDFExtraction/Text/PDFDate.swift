/// A date (ISO 32000-2, 7.9.4): `D:YYYYMMDDHHmmSSOHH'mm'`, of which all but the year may be missing.
struct PDFDate: Hashable {
    /// RFC 3339; without an offset where the file gives none.
    let text: String

    /// Reads a date; nil where no date stands.
    init?(_ text: String) {
        var rest = Array(text.unicodeScalars).filter { $0 != "\0" }[...]
        if rest.starts(with: "D:".unicodeScalars) { rest = rest.dropFirst(2) }
        guard let year = Self.year(&rest) else { return nil }
        var parts = [1, 1, 0, 0, 0]
        for index in parts.indices {
            guard let value = Self.digits(2, &rest) else { break }
            parts[index] = value
        }
        guard (1...12).contains(parts[0]), (1...Self.days(year, parts[0])).contains(parts[1]) else { return nil }
        guard parts[2] < 24, parts[3] < 60, parts[4] <= 60 else { return nil }
        let padded = parts.map { Self.padded($0, 2) }
        self.text =
            "\(Self.padded(year, 4))-\(padded[0])-\(padded[1])T\(padded[2]):\(padded[3]):\(padded[4])\(Self.offset(&rest))"
    }

    /// Four digits; five where a writer of the nineties counted `19` and years since 1900.
    private static func year(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        let digitCount = rest.prefix { isDigit($0) }.count
        guard let year = digits(4, &rest) else { return nil }
        guard digitCount == 15, (1910...1912).contains(year), let last = digits(1, &rest) else { return year }
        return 1900 + (year % 100) * 10 + last
    }

    private static func digits(_ count: Int, _ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    /// `+02:00`, `Z`, or nothing.
    private static func offset(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        guard let sign = rest.popFirst() else { return "" }
        if sign == "Z" { return "Z" }
        guard sign == "+" || sign == "-", let hours = digits(2, &rest), hours < 24 else { return "" }
        if rest.first == "'" || rest.first == ":" { rest = rest.dropFirst() }
        let minutes = digits(2, &rest) ?? 0
        guard minutes < 60, hours + minutes > 0 else { return minutes < 60 ? "Z" : "" }
        return "\(sign)\(padded(hours, 2)):\(padded(minutes, 2))"
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ value: Int, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
