/// Puts the findings about a text together.
struct VerdictBuilder {
    private let findings: StreamFindings
    private let decoder: TextDecoder
    private let configuration: CSVSniffer.Configuration

    init(stream: TableStream, decoder: TextDecoder) {
        findings = stream.findings
        configuration = stream.configuration
        self.decoder = decoder
    }

    var verdict: CSVVerdict {
        var verdict = CSVVerdict()
        verdict.byteCount = decoder.byteCount
        verdict.encoding = encoding
        verdict.bom = decoder.bom
        verdict.nulByteCount = decoder.nulCount
        verdict.firstInvalidByteOffset = decoder.isUTF16 ? nil : decoder.validator.firstInvalidOffset
        verdict.isTable = isTable
        if isTable, columnCount > 0 { describeTable(&verdict) }
        verdict.issues = IssueList(findings: findings, decoder: decoder, verdict: verdict).issues
        return verdict
    }

    private var isTable: Bool {
        findings.sample?.isText == true
    }

    /// The number of columns.
    ///
    /// Where the sample held not one whole record, it is the commonest number of fields of all; where no number is
    /// common among many records, the widest record has them all.
    private var columnCount: Int {
        let profile = findings.profile
        guard let mode = profile.fieldCountHistogram.mode else { return profile.columnCount }
        if findings.sample?.isWithoutWholeRecord == true { return mode.fieldCount }
        let isShapeless = profile.rowCount >= 10 && mode.records * 5 < profile.rowCount * 2
        return isShapeless ? Swift.max(profile.columnCount, profile.fieldCountHistogram.widest) : profile.columnCount
    }

    private var encoding: String {
        if decoder.isUTF16 { return decoder.encoding }
        if let declared = decoder.declaredEncoding { return declared }
        return decoder.validator.firstInvalidOffset == nil ? "utf-8" : "windows-1252"
    }

    private func describeTable(_ verdict: inout CSVVerdict) {
        guard let sample = findings.sample else { return }
        let profile = findings.profile
        verdict.dialect = dialect(sample.grammar, layout: sample.layout)
        verdict.runnerUp = sample.runnerUp.map { grammar in
            var dialect = dialect(grammar, layout: sample.layout)
            if !grammar.hasDelimiter { dialect.delimiter = "" }
            return dialect
        }
        verdict.headerRowCount = findings.headerRecords.count
        verdict.rowCount = profile.rowCount
        verdict.emptyRowCount = profile.emptyRowCount
        verdict.blankLineCount = findings.blankLineCount
        verdict.commentRowCount = findings.commentRowCount
        verdict.footerRowCount = findings.footerRowCount
        verdict.columnCount = columnCount
        verdict.hasTrailingDelimiters = sample.hasTrailingDelimiters
        verdict.raggedRowCount = profile.raggedRowCount
        verdict.fieldCountHistogram = profile.fieldCountHistogram.settled
        verdict.confidence = sample.confidence
        verdict.columns = columns
        verdict.lineTerminatorCounts = findings.terminators
        verdict.firstContradictedAtRow = findings.firstContradictedAtRow
        verdict.alternativeRowCount = findings.alternativeRowCount
        verdict.unterminatedQuoteOffset = fileOffset(findings.unterminatedQuoteOffset)
    }

    /// The offset in the file of an offset in the text.
    private func fileOffset(_ offset: Int?) -> Int? {
        guard let offset, !decoder.isUTF16 else { return nil }
        return offset + decoder.markLength
    }

    private func dialect(_ grammar: Grammar, layout: Layout) -> CSVDialect {
        CSVDialect(
            delimiter: delimiterText(grammar),
            quote: text(grammar.quote),
            escape: text(grammar.escape),
            doubleQuote: grammar.hasQuote && !grammar.hasEscape,
            lineTerminator: findings.terminators.summary,
            comment: findings.sample?.comment.map { String(Unicode.Scalar($0)) },
            mergesDelimiters: grammar.mergesDelimiters,
            skipInitialSpace: grammar == findings.grammar && findings.sample?.hasSpaceAfterDelimiter == true,
            skipRows: layout.skipRows
        )
    }

    private func delimiterText(_ grammar: Grammar) -> String {
        guard grammar.hasDelimiter else { return "," }
        if grammar.delimiter == 0xC2 { return "\u{A7}" }
        return text(grammar.delimiter)
    }

    private func text(_ byte: UInt16) -> String {
        byte == Grammar.absent ? "" : String(Unicode.Scalar(UInt8(truncatingIfNeeded: byte)))
    }

    // MARK: - Columns

    private var columns: [CSVColumn] {
        let names = names
        let rowCount = findings.profile.rowCount
        return findings.profile.columns.enumerated().map { index, column in
            column.column(named: names.isEmpty ? nil : index < names.count ? names[index] : "", rowCount: rowCount)
        }
    }

    /// The names of the columns; the records of a header are joined by spaces.
    private var names: [String] {
        guard let last = findings.headerRecords.last else { return [] }
        let text = HeaderText(grammar: findings.grammar, isWindows1252: encoding == "windows-1252")
        return last.indices.map { column in
            var parts: [String] = []
            for record in findings.headerRecords where column < record.count {
                var part = text.name(record[column])
                if findings.sample?.hasSpaceAfterDelimiter == true, part.first == " " { part.removeFirst() }
                if !part.isEmpty, parts.last != part { parts.append(part) }
            }
            return parts.joined(separator: " ")
        }
    }
}
