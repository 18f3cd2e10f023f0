/// What the beginning of a text suggests.
struct SampleVerdict: Sendable {
    private(set) var isText = true
    private(set) var grammar = Grammar(delimiter: nil)
    private(set) var layout = Layout()
    private(set) var expectedFieldCount: Int?
    /// The byte that begins a comment record.
    private(set) var comment: UInt8?
    private(set) var confidence = 0.0
    private(set) var runnerUp: Grammar?
    /// Whether the sample ends inside its first record.
    private(set) var isWithoutWholeRecord = false
    /// Whether a space follows every delimiter, also before quotes, so that it belongs to no field.
    private(set) var hasSpaceAfterDelimiter = false

    /// Whether records end in a delimiter behind which there is nothing.
    private(set) var hasTrailingDelimiters = false

    /// Whether a longer sample would hardly say otherwise. Bytes that seldom divide tables may divide the remarks that
    /// stand before one.
    var isConvincing: Bool {
        grammar.hasDelimiter && Delimiter.prior(grammar.delimiter) == 1 && confidence >= 0.6
    }

    init(_ bytes: Span<UInt8>, isFinal: Bool, configuration: CSVSniffer.Configuration) {
        isText = SampleVerdict.looksLikeText(bytes)
        guard isText, bytes.count > 0 else { return }
        let ranked = DialectDetector(configuration: configuration).rank(bytes, from: 0, isFinal: isFinal)
        guard let best = ranked.first else { return }
        grammar = best.grammar
        runnerUp = ranked.first { $0.grammar.delimiter != best.grammar.delimiter }?.grammar
        confidence = SampleVerdict.confidence(best, ranked)
        let known = best.table.flatMap { $0.count < DialectDetector.recordLimit ? $0 : nil }
        let table = known ?? SampleTable(bytes, grammar: grammar, from: 0, isFinal: isFinal)
        layout = LayoutDetector(table, bytes: bytes).detect()
        if let skipRows = configuration.skipRows { layout.skipRows = Swift.max(skipRows, 0) }
        if let headerRowCount = configuration.headerRowCount {
            layout.headerRowCount = Swift.max(headerRowCount, 0)
        }
        comment = SampleVerdict.comment(table, bytes: bytes, layout: layout, grammar: grammar)
        if let override = configuration.comment { comment = override == 0 ? nil : override }
        hasSpaceAfterDelimiter = SampleVerdict.hasSpaceAfterDelimiter(table, bytes: bytes, grammar: grammar)
        isWithoutWholeRecord = table.isCut && table.count == 1
        let dataStart = layout.skipRows + layout.headerRowCount
        let fieldCount = table.modalFieldCount(from: dataStart)
        expectedFieldCount = fieldCount > 0 ? fieldCount : nil
        hasTrailingDelimiters = SampleVerdict.hasTrailingDelimiters(table, layout: layout, fieldCount: fieldCount)
    }

    private static func hasTrailingDelimiters(_ table: SampleTable, layout: Layout, fieldCount: Int) -> Bool {
        let start = layout.skipRows + Swift.max(layout.headerRowCount, 1) - 1
        guard fieldCount > 1, layout.columnCount <= fieldCount else { return false }
        return (start..<Swift.max(start, table.count)).allSatisfy {
            table.fieldCount($0) != fieldCount || table.record($0).last?.isEmpty == true
        }
    }

    /// A number sign that begins records among the data, none of which has the width of the table.
    private static func comment(
        _ table: SampleTable,
        bytes: Span<UInt8>,
        layout: Layout,
        grammar: Grammar
    ) -> UInt8? {
        guard layout.columnCount > 1, grammar.delimiter != 0x23 else { return nil }
        var count = 0
        for index
            in (layout.skipRows + layout.headerRowCount)..<Swift.max(
                layout.skipRows + layout.headerRowCount,
                table.count
            )
        where !table.isBlank(index) && bytes[table.offsets[index]] == 0x23 {
            guard table.fieldCount(index) != layout.columnCount else { return nil }
            count += 1
        }
        return count > 0 ? 0x23 : nil
    }

    private static func hasSpaceAfterDelimiter(_ table: SampleTable, bytes: Span<UInt8>, grammar: Grammar) -> Bool {
        guard grammar.hasDelimiter, grammar.skipsSpaceBeforeQuote else { return false }
        var quotedCount = 0
        for index in 0..<table.count {
            for field in table.record(index).dropFirst() {
                let edge = field.isQuoted ? field.start - 2 : field.start
                guard edge >= 0, edge < bytes.count else { return false }
                if field.isEmpty && !field.isQuoted { continue }
                guard bytes[edge] == .space else { return false }
                if field.isQuoted { quotedCount += 1 }
            }
        }
        return quotedCount > 0
    }

    private static func confidence(_ best: DialectDetector.Candidate, _ ranked: [DialectDetector.Candidate]) -> Double {
        let second = ranked.first { $0.grammar.delimiter != best.grammar.delimiter }?.score ?? 0
        guard best.score > 0 else { return 0 }
        return Swift.min(1, best.consistency * (1 - 0.5 * second / best.score))
    }

    /// Whether less than one byte in thirty is a control character that no text has.
    private static func looksLikeText(_ bytes: Span<UInt8>) -> Bool {
        var controls = 0
        for index in bytes.indices where isControl(bytes[index]) { controls &+= 1 }
        return controls * 30 <= bytes.count
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B
    }
}
