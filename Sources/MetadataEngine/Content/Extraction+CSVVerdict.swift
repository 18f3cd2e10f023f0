internal import CSVSniffing
internal import MetadataCore

extension Extraction {
    private static let source: Finding.Source = "csv-sniffer"

    /// What the sniffer says, as findings.
    init(_ verdict: CSVVerdict) {
        self.init()
        issues = verdict.issues.map(Issue.init)
        guard verdict.isTable else { return }
        let confidence = verdict.confidence
        var values: [(Field, FieldValue)] = [
            (.tableEncoding, .string(verdict.encoding)),
            (.tableBOM, .boolean(verdict.bom)),
            (.tableDialect, verdict.dialect.value),
            (.tableHeader, .boolean(verdict.hasHeader)),
            (.tableHeaderRows, .integer(verdict.headerRowCount)),
            (.tableFooterRows, .integer(verdict.footerRowCount)),
            (.tableRowCount, .integer(verdict.rowCount)),
            (.tableEmptyRows, .integer(verdict.emptyRowCount)),
            (.tableColumnCount, .integer(verdict.columnCount)),
            (.tableRaggedRows, .integer(verdict.raggedRowCount)),
            (.tableConfidence, .number(Self.rounded(confidence))),
            (.tableColumns, .array(verdict.columns.map(\.value))),
        ]
        values += verdict.exceptions
        for (field, value) in values { find(field, value, source: Self.source, confidence: confidence) }
    }

    /// Four decimals: more would pretend to know.
    private static func rounded(_ value: Double) -> Double {
        (value * 10_000).rounded() / 10_000
    }
}

extension CSVVerdict {
    /// What is worth a word only where a table is not as tables are.
    fileprivate var exceptions: [(Field, FieldValue)] {
        var values: [(Field, FieldValue)] = []
        if let runnerUp {
            let members: FieldValue = ["delimiter": .string(runnerUp.delimiter), "quote": .string(runnerUp.quote)]
            values.append((.tableRunnerUp, members))
        }
        if dialect.lineTerminator == "mixed" {
            let ends = lineTerminatorCounts
            let members: FieldValue = [
                "lf": .integer(ends.lf), "crlf": .integer(ends.crlf), "cr": .integer(ends.cr),
            ]
            values.append((.tableLineEnds, members))
        }
        if raggedRowCount > 0 {
            let counts = fieldCountHistogram.sorted { $0.key < $1.key }
                .map { FieldValue.object(["fields": .integer($0.key), "rows": .integer($0.value)]) }
            values.append((.tableFieldCounts, .array(counts)))
        }
        if let row = firstContradictedAtRow { values.append((.tableFirstContradictedAtRow, .integer(row))) }
        return values
    }
}

extension CSVDialect {
    fileprivate var value: FieldValue {
        var members: [String: FieldValue] = [
            "delimiter": .string(delimiter),
            "quote": .string(quote),
            "escape": .string(doubleQuote && escape.isEmpty ? quote : escape),
            "lineTerminator": .string(lineTerminator),
            "skipRows": .integer(skipRows),
        ]
        members["comment"] = comment.map(FieldValue.string)
        return .object(members)
    }
}

extension CSVColumn {
    fileprivate var value: FieldValue {
        var members: [String: FieldValue] = ["type": .string(type.description), "nullable": .boolean(isNullable)]
        members["name"] = name.map(FieldValue.string)
        members["format"] = format.map(FieldValue.string)
        members["width"] = .integer(maximumWidth)
        if isAmbiguousDate { members["ambiguous"] = .boolean(true) }
        return .object(members)
    }
}

extension Issue {
    fileprivate init(_ issue: CSVIssue) {
        let (code, severity) = Self.meanings[issue.code] ?? (.corrupt, .warning)
        self.init(code, severity, stage: .extract, offset: issue.offset, detail: issue.detail)
    }

    private static let meanings: [CSVIssue.Code: (Issue.Code, Severity)] = [
        .invalidUTF8: (.corrupt, .warning),
        .nulBytes: (.corrupt, .warning),
        .unterminatedQuote: (.corrupt, .warning),
        .strayQuote: (.corrupt, .note),
        .raggedRows: (.corrupt, .note),
        .contradictedSample: (.conflict, .note),
        .tooManyColumns: (.limitExceeded, .warning),
        .longRecord: (.limitExceeded, .warning),
        .truncatedCodeUnit: (.truncated, .warning),
        .binary: (.corrupt, .warning),
        .empty: (.empty, .note),
    ]
}
