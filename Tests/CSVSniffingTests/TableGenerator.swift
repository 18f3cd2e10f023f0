/// Writes tables whose every property is known, at about the rates at which real files have them.
///
/// The same seed gives the same table on every machine.
struct TableGenerator {
    /// What a sniffer should say.
    struct Truth {
        var delimiter = ","
        var quote = ""
        var escape = ""
        var terminator = "\n"
        var encoding = "utf-8"
        var bom = false
        var skipRows = 0
        var headerRows = 1
        var footerRows = 0
        var rowCount = 0
        var emptyRows = 0
        var raggedRows = 0
        var commentRows = 0
        var columnCount = 0
        var names: [String] = []
        var types: [String] = []
    }

    private var state: UInt64
    private(set) var truth = Truth()
    private var columns: [Column] = []
    private var quotesAll = false
    /// What quotes a field that needs it.
    private var quote = "\""
    private var escape = ""

    /// What a column holds, and how often it holds nothing.
    struct Column {
        var kind: Kind
        var emptyPercent = 0
    }

    enum Kind: CaseIterable {
        case integer, number, decimalComma, grouped, date, dayFirst, namedMonth, datetime, zoned, time, boolean, code
        case word, text, mail
    }

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    // MARK: - Chance

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
    mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

    /// One of some elements, each with its weight.
    private mutating func pick<Element>(weighted elements: [(Element, Int)]) -> Element {
        var place = roll(elements.reduce(0) { $0 + $1.1 })
        for (element, weight) in elements {
            if place < weight { return element }
            place -= weight
        }
        return elements[0].0
    }

    // MARK: - Tables

    /// The bytes of the table; `truth` tells about them afterwards.
    mutating func make() -> [UInt8] {
        chooseDialect()
        chooseColumns()
        var lines = preamble()
        if truth.headerRows > 0 { lines.append(record(header())) }
        lines += data()
        lines += footer()
        truth.types = columns.map { $0.kind.typeName }
        return encoded(joined(lines))
    }

    private mutating func chooseDialect() {
        truth.delimiter = pick(weighted: [(",", 55), (";", 18), ("\t", 15), ("|", 8), ("^", 2), ("~", 2)])
        truth.terminator = pick(weighted: [("\n", 50), ("\r\n", 40), ("\r", 5), ("mixed", 5)])
        quote = pick(weighted: [("\"", 96), ("'", 4)])
        escape = pick(weighted: [("", 95), ("\\", 5)])
        quotesAll = chance(10) || quote == "'"
    }

    private mutating func chooseColumns() {
        truth.columnCount = 2 + roll(10)
        truth.rowCount = 5 + roll(chance(3) ? 300 : 30)
        truth.headerRows = chance(85) ? 1 : 0
        // A table without a header can be told from one only by values that are no text.
        columns = [Column(kind: truth.headerRows == 1 && chance(30) ? .word : .integer)]
        while columns.count < truth.columnCount {
            columns.append(Column(kind: pick(Kind.allCases), emptyPercent: chance(15) ? 20 : 0))
        }
        // A table whose columns are all text does not show whether it has a header.
        if columns.allSatisfy(\.kind.isText) { columns[1].kind = .integer }
    }

    private mutating func preamble() -> [String] {
        guard truth.headerRows == 1, truth.columnCount > 2, chance(12) else { return [] }
        let padding = String(repeating: truth.delimiter, count: truth.columnCount - 1)
        let isPadded = chance(50)
        var lines = ["Report of the year" + (isPadded ? padding : "")]
        if chance(30) { lines.append("Made by the office" + (isPadded ? padding : "")) }
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

    private mutating func data() -> [String] {
        let isRagged = chance(4)
        let hasEmptyRows = chance(4)
        let hasBlankLines = chance(4)
        let hasComments = truth.columnCount > 2 && chance(3)
        var lines: [String] = []
        for row in 0..<truth.rowCount {
            // The first and the last row are whole: what is missing there may be no data.
            let isInside = row > 1 && row < truth.rowCount - 1
            if isInside, hasEmptyRows, chance(10) {
                truth.emptyRows += 1
                lines.append(String(repeating: truth.delimiter, count: truth.columnCount - 1))
                continue
            }
            if isInside, hasBlankLines, chance(10) { lines.append("") }
            if isInside, hasComments, chance(10) {
                truth.commentRows += 1
                lines.append("# checked")
            }
            var values = columns.map { chance($0.emptyPercent) ? "" : value($0.kind) }
            if values.allSatisfy(\.isEmpty) { values[0] = value(columns[0].kind) }
            if isInside, isRagged, truth.columnCount > 2, chance(8) {
                truth.raggedRows += 1
                if chance(50) { values.removeLast() } else { values.append("extra") }
            }
            lines.append(record(values))
        }
        return lines
    }

    private mutating func footer() -> [String] {
        guard truth.columnCount > 2, chance(6) else { return [] }
        let padding = String(repeating: truth.delimiter, count: truth.columnCount - 1)
        let gap = pick(["", padding])
        truth.footerRows = gap.isEmpty ? 1 : 2
        return [gap, "Source: the office" + (gap.isEmpty ? "" : padding)]
    }

    // MARK: - Bytes

    private mutating func record(_ values: [String]) -> String {
        values.map { value in
            let needs = value.contains { "\n\"'".contains($0) || String($0) == truth.delimiter }
            guard needs || quotesAll else { return value }
            truth.quote = quote
            guard value.contains(quote) else { return quote + value + quote }
            if !escape.isEmpty { truth.escape = escape }
            let inner = (escape.isEmpty ? quote : escape) + quote
            return quote + value.split(separator: quote, omittingEmptySubsequences: false).joined(separator: inner)
                + quote
        }.joined(separator: truth.delimiter)
    }

    private mutating func joined(_ lines: [String]) -> String {
        var text = ""
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let end = truth.terminator == "mixed" ? (index % 3 == 0 ? "\r\n" : "\n") : truth.terminator
            text += line + (isLast && chance(15) ? "" : end)
        }
        return text
    }

    private mutating func encoded(_ text: String) -> [UInt8] {
        switch pick(weighted: [(0, 75), (1, 8), (2, 10), (3, 7)]) {
        case 1:
            truth.bom = true
            return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 2:
            truth.bom = chance(70)
            let isBigEndian = chance(30)
            truth.encoding = isBigEndian ? "utf-16be" : "utf-16le"
            return ((truth.bom ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBigEndian ? pair : pair.reversed()
            }
        case 3 where text.unicodeScalars.allSatisfy({ $0.value < 0x100 }):
            let bytes = text.unicodeScalars.map { UInt8($0.value) }
            if bytes.contains(where: { $0 >= 0x80 }) { truth.encoding = "windows-1252" }
            return bytes
        default: return Array(text.utf8)
        }
    }
}
