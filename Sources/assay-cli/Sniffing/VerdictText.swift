import CSVSniffing

/// A verdict as a person reads it.
struct VerdictText {
    private(set) var text = ""

    init(_ verdict: CSVVerdict, path: String) {
        text = Self.printable(path) + "\n"
        guard verdict.isTable, verdict.columnCount > 0 else {
            add("table", "none")
            addIssues(verdict)
            return
        }
        addDialect(verdict)
        addRows(verdict)
        addColumns(verdict)
        addIssues(verdict)
    }

    private mutating func add(_ name: String, _ value: String) {
        text += "  \(Self.padded(name, 12))\(value)\n"
    }

    private mutating func addDialect(_ verdict: CSVVerdict) {
        let dialect = verdict.dialect
        add("encoding", verdict.encoding + (verdict.bom ? ", byte order mark" : ""))
        add("delimiter", Self.name(dialect.delimiter) + (dialect.mergesDelimiters ? ", runs count as one" : ""))
        add("quote", Self.name(dialect.quote))
        add("escape", dialect.escape.isEmpty && dialect.doubleQuote ? "doubled quote" : Self.name(dialect.escape))
        let ends = verdict.lineTerminatorCounts
        let counts = dialect.lineTerminator == "mixed" ? " (LF \(ends.lf), CRLF \(ends.crlf), CR \(ends.cr))" : ""
        add("line ends", Self.name(dialect.lineTerminator) + counts)
        if let comment = dialect.comment { add("comment", "\(Self.name(comment)), \(verdict.commentRowCount) rows") }
        add("confidence", "\((verdict.confidence * 100).rounded() / 100)")
        if let runnerUp = verdict.runnerUp { add("runner-up", Self.name(runnerUp.delimiter)) }
    }

    private mutating func addRows(_ verdict: CSVVerdict) {
        var parts = ["\(verdict.rowCount)"]
        if verdict.emptyRowCount > 0 { parts.append("\(verdict.emptyRowCount) of them empty") }
        if verdict.raggedRowCount > 0 { parts.append("\(verdict.raggedRowCount) ragged") }
        add("rows", parts.joined(separator: ", "))
        let others = [
            ("skipped", verdict.dialect.skipRows), ("header", verdict.headerRowCount),
            ("footer", verdict.footerRowCount), ("blank lines", verdict.blankLineCount),
        ].filter { $0.1 > 0 }
        if !others.isEmpty { add("besides", others.map { "\($0.0) \($0.1)" }.joined(separator: ", ")) }
        if let row = verdict.firstContradictedAtRow { add("contradicted", "first at row \(row)") }
    }

    private mutating func addColumns(_ verdict: CSVVerdict) {
        add("columns", "\(verdict.columnCount)")
        let names = verdict.columns.enumerated().map { Self.printable($1.name ?? "column \($0 + 1)") }
        let width = Swift.min(names.map(\.count).max() ?? 0, 40)
        for (name, column) in zip(names, verdict.columns) {
            let ambiguity = column.isAmbiguousDate ? "day or month first" : ""
            let remarks = [column.format ?? "", ambiguity, column.isNullable ? "nullable" : ""]
            text += "    \(Self.padded(name, width))  \(Self.padded(column.type.description, 9))  "
            text += "\(Self.padded("\(column.maximumWidth)", 6))"
            text += remarks.filter { !$0.isEmpty }.map { "  \($0)" }.joined() + "\n"
        }
    }

    private mutating func addIssues(_ verdict: CSVVerdict) {
        for issue in verdict.issues {
            add("issue", "\(issue.code)\(issue.offset.map { " at byte \($0)" } ?? ""): \(issue.detail)")
        }
    }

    private static func name(_ text: String) -> String {
        switch text {
        case "": "none"
        case "\t": "tab"
        case " ": "space"
        case "\n": "LF"
        case "\r\n": "CRLF"
        case "\r": "CR"
        default: text
        }
    }

    /// Names can hold control characters, which a terminal would obey.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: Swift.max(0, width - text.count))
    }
}
