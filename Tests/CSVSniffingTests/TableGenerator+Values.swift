extension TableGenerator.Kind {
    /// The type that a sniffer should find.
    var typeName: String {
        switch self {
        case .integer: "integer"
        case .number, .decimalComma, .grouped: "number"
        case .date, .dayFirst, .namedMonth: "date"
        case .datetime, .zoned: "datetime"
        case .time: "time"
        case .boolean: "boolean"
        case .code, .word, .text, .mail: "string"
        }
    }

    var isText: Bool { typeName == "string" }
}

extension TableGenerator {
    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A value of a kind; never empty.
    mutating func value(_ kind: Kind) -> String {
        switch kind {
        case .integer: return String(roll(100_000) - 1000)
        case .number: return "\(roll(1000)).\(padded(roll(100)))"
        case .decimalComma: return "\(roll(1000)),\(padded(roll(100)))"
        case .grouped: return "\(1 + roll(900)),\(padded(roll(1000), 3)).\(padded(roll(100)))"
        case .date: return "\(1990 + roll(40))-\(padded(1 + roll(12)))-\(padded(1 + roll(28)))"
        case .dayFirst: return "\(padded(1 + roll(28)))/\(padded(1 + roll(12)))/\(1990 + roll(40))"
        case .namedMonth:
            return "\(padded(1 + roll(28)))-\(pick(["Jan", "Feb", "May", "Oct", "Dec"]))-\(1990 + roll(40))"
        case .datetime: return value(.date) + " " + value(.time)
        case .zoned: return value(.date) + "T" + value(.time) + "Z"
        case .time: return "\(padded(roll(24))):\(padded(roll(60))):\(padded(roll(60)))"
        case .boolean: return pick(["true", "false"])
        case .code: return "0" + padded(roll(10_000), 4)
        case .word: return pick(["red", "green", "blue", "Köln", "Malmö", "north", "south"])
        case .mail: return "user\(roll(1000))@example.org"
        case .text: return text()
        }
    }

    private mutating func text() -> String {
        let words = ["the", "quick", "brown", "fox", "über", "jumps", "lazy", "dog", "said"]
        var text = (0..<(2 + roll(6))).map { _ in pick(words) }.joined(separator: " ")
        if chance(20) { text += ", and more" }
        if chance(8) { text = "\"well\" " + text }
        if chance(8) { text += "\nnext line" }
        if chance(5) { text += "; it's done" }
        return text
    }
}
