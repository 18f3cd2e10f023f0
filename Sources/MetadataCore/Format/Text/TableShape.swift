/// The shape of a text whose lines all have the same number of fields: a likely table.
///
/// Only a quick look at the first lines, strict on purpose; a sniffer of dialects knows more.
struct TableShape {
    /// The byte between fields.
    let delimiter: UInt8
    /// The number of fields in every line.
    let fieldCount: Int
    /// The number of lines that were looked at.
    let recordCount: Int

    /// Comma, tab, semicolon, bar.
    static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]

    private static let mostRecords = 64
    private static let mostBytes = 16_384

    /// Looks at the first lines; nil when their numbers of fields differ.
    init?(_ content: ArraySlice<UInt8>) {
        let records = Self.records(content)
        guard records.count >= 3, let first = records.first else { return nil }
        let steady = Self.delimiters.indices.filter { index in
            first[index] > 0 && records.allSatisfy { $0[index] == first[index] }
        }
        guard let best = steady.max(by: { first[$0] < first[$1] }), records.count >= 5 || first[best] > 1 && best < 2
        else { return nil }
        guard !Self.endLines(content, with: Self.delimiters[best], count: first[best]) else { return nil }
        delimiter = Self.delimiters[best]
        fieldCount = first[best] + 1
        recordCount = records.count
    }

    /// Whether a delimiter stands anywhere in the first lines.
    static func hasDelimiter(_ content: ArraySlice<UInt8>) -> Bool {
        content.prefix(mostBytes).contains { $0 == 0x2C || $0 == 0x09 || $0 == 0x3B || $0 == 0x7C }
    }

    /// How often each delimiter stands in each line, outside of quotes.
    private static func records(_ content: ArraySlice<UInt8>) -> [SIMD4<Int>] {
        let part = content.prefix(mostBytes)
        let span = part.span
        var records: [SIMD4<Int>] = []
        var counts = SIMD4<Int>()
        var isQuoted = false
        var isEmpty = true
        for index in span.indices {
            let byte = span[index]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if !isEmpty { records.append(counts) }
                guard records.count < mostRecords else { return records }
                counts = SIMD4()
                isEmpty = true
            } else {
                isEmpty = false
                if !isQuoted { count(byte, &counts) }
            }
        }
        if !isEmpty, !isQuoted, content.count < mostBytes { records.append(counts) }
        return records
    }

    private static func count(_ byte: UInt8, _ counts: inout SIMD4<Int>) {
        switch byte {
        case 0x2C: counts[0] += 1
        case 0x09: counts[1] += 1
        case 0x3B: counts[2] += 1
        case 0x7C: counts[3] += 1
        default: break
        }
    }

    /// Whether the one delimiter of the first line ends it: a statement or a clause rather than a field.
    private static func endLines(_ content: ArraySlice<UInt8>, with delimiter: UInt8, count: Int) -> Bool {
        guard count == 1 else { return false }
        return content.prefix { $0 != 0x0A && $0 != 0x0D }.last == delimiter
    }
}
