/// Writes tables whose every property is known.
///
/// The same seed gives the same table on every machine.
struct TableGenerator {
    /// What a sniffer should say.
    struct Truth {
        var delimiter = ","
        var quote = ""
        var terminator = "\n"
        var encoding = "utf-8"
        var bom = false
        var skipRows = 0
        var hasHeader = true
        var rowCount = 0
        var columnCount = 0
        var names: [String] = []
        var types: [String] = []
    }

    private var state: UInt64
    private(set) var truth = Truth()
    private var kinds: [Kind] = []
    private var quotesAll = false

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    private enum Kind: Int, CaseIterable {
        case integer, number, decimalComma, date, dayFirst, datetime, time, boolean, code, word, text, mail
    }

    // MARK: - Chance

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
    private mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

    // MARK: - Tables

    /// The bytes of the table; `truth` tells about them afterwards.
    mutating func make() -> [UInt8] {
        truth.delimiter = pick([",", ",", ",", ",", ";", ";", "\t", "\t", "|"])
        truth.terminator = pick(["\n", "\n", "\r\n", "\r\n", "\r"])
        truth.columnCount = 2 + roll(10)
        truth.rowCount = 5 + roll(chance(10) ? 3000 : 120)
        truth.hasHeader = chance(80)
        quotesAll = chance(10)
        // A table without a header can be told from one only by values that are no text.
        kinds = [truth.hasHeader && chance(30) ? .word : .integer]
        while kinds.count < truth.columnCount { kinds.append(pick(Kind.allCases)) }
        var lines = preamble()
        if truth.hasHeader { lines.append(record(header())) }
        for _ in 0..<truth.rowCount { lines.append(record(kinds.map { value($0) })) }
        truth.types = kinds.map(typeName)
        let end = chance(15) ? "" : truth.terminator
        return encoded(lines.joined(separator: truth.terminator) + end)
    }

    private mutating func preamble() -> [String] {
        guard truth.hasHeader, truth.columnCount > 2, chance(12) else { return [] }
        let padding = String(repeating: truth.delimiter, count: truth.columnCount - 1)
        let isPadded = chance(50)
        var lines = ["Report of the year" + (isPadded ? padding : "")]
        if chance(60) { lines.append(isPadded ? padding : "") }
        truth.skipRows = lines.count
        return lines
    }

    private mutating func header() -> [String] {
        let words = [
            "id", "name", "amount", "price", "day", "place", "note", "code", "first name", "total", "x", "unit",
        ]
        truth.names = (0..<truth.columnCount).map { $0 < words.count ? words[$0] : "column\($0)" }
        return truth.names
    }

    private mutating func record(_ values: [String]) -> String {
        values.map { value in
            let needs = value.contains(truth.delimiter) || value.contains("\n") || value.contains("\"")
            guard needs || quotesAll else { return value }
            truth.quote = "\""
            return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: truth.delimiter)
    }

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private mutating func value(_ kind: Kind) -> String {
        switch kind {
        case .integer: return String(roll(100_000) - 1000)
        case .number: return "\(roll(1000)).\(padded(roll(100)))"
        case .decimalComma: return "\(roll(1000)),\(padded(roll(100)))"
        case .date: return "\(1990 + roll(40))-\(padded(1 + roll(12)))-\(padded(1 + roll(28)))"
        case .dayFirst: return "\(padded(1 + roll(28)))/\(padded(1 + roll(12)))/\(1990 + roll(40))"
        case .datetime: return value(.date) + " " + value(.time)
        case .time: return "\(padded(roll(24))):\(padded(roll(60))):\(padded(roll(60)))"
        case .boolean: return pick(["true", "false"])
        case .code: return "0" + padded(roll(10_000), 4)
        case .word: return pick(["red", "green", "blue", "Köln", "Ōsaka", "north", "south"])
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

    private func typeName(_ kind: Kind) -> String {
        switch kind {
        case .integer: "integer"
        case .number, .decimalComma: "number"
        case .date, .dayFirst: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .boolean: "boolean"
        case .code, .word, .text, .mail: "string"
        }
    }

    private mutating func encoded(_ text: String) -> [UInt8] {
        switch roll(12) {
        case 0:
            truth.bom = true
            return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 1, 2:
            truth.bom = chance(70)
            let isBigEndian = chance(30)
            truth.encoding = isBigEndian ? "utf-16be" : "utf-16le"
            return ((truth.bom ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBigEndian ? pair : pair.reversed()
            }
        default: return Array(text.utf8)
        }
    }
}
