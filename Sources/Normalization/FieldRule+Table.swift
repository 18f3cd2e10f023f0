internal import MetadataCore

extension FieldRule {
    static let table: [Field: FieldRule] = [
        .tableEncoding: .text { $0.table.orNew.encoding = $1 },
        .tableBOM: .boolean { $0.table.orNew.bom = $1 },
        .tableDialect: .members { record, value in
            guard let dialect = TableMetadata.Dialect(value) else { return false }
            record.table.orNew.dialect = dialect
            return true
        },
        .tableRunnerUp: .members { record, value in
            guard let dialect = TableMetadata.Dialect(value) else { return false }
            record.table.orNew.runnerUp = dialect
            return true
        },
        .tableLineEnds: .members { record, value in
            guard let ends = TableMetadata.LineEnds(value) else { return false }
            record.table.orNew.lineEnds = ends
            return true
        },
        .tableFieldCounts: .members { record, value in
            guard let counts = value.array else { return false }
            record.table.orNew.fieldCounts = counts.compactMap(TableMetadata.FieldCount.init)
            return true
        },
        .tableHeaderRows: .integer(0...Int.max) { $0.table.orNew.headerRows = $1 },
        .tableFooterRows: .integer(0...Int.max) { $0.table.orNew.footerRows = $1 },
        .tableFirstContradictedAtRow: .integer(1...Int.max) { $0.table.orNew.firstContradictedAtRow = $1 },
        .tableHeader: .boolean { $0.table.orNew.header = $1 },
        .tableRowCount: .integer(0...Int.max) { $0.table.orNew.rowCount = $1 },
        .tableEmptyRows: .integer(0...Int.max) { $0.table.orNew.emptyRows = $1 },
        .tableColumnCount: .integer(0...Int.max) { $0.table.orNew.columnCount = $1 },
        .tableRaggedRows: .integer(0...Int.max) { $0.table.orNew.raggedRows = $1 },
        .tableConfidence: .number(0...1) { $0.table.orNew.confidence = $1 },
        .tableColumns: .members { record, value in
            guard let columns = value.array else { return false }
            record.table.orNew.columns = columns.map(TableMetadata.Column.init)
            return true
        },
    ]
}

extension TableMetadata.Dialect {
    fileprivate init?(_ value: FieldValue) {
        guard let delimiter = value["delimiter"]?.string else { return nil }
        self.init()
        self.delimiter = delimiter
        quote = value["quote"]?.string
        escape = value["escape"]?.string
        lineTerminator = value["lineTerminator"]?.string
        comment = value["comment"]?.string
        skipRows = value["skipRows"]?.integer
    }
}

extension TableMetadata.LineEnds {
    fileprivate init?(_ value: FieldValue) {
        guard let lf = value["lf"]?.integer, let crlf = value["crlf"]?.integer, let cr = value["cr"]?.integer else {
            return nil
        }
        self.init(lf: lf, crlf: crlf, cr: cr)
    }
}

extension TableMetadata.FieldCount {
    fileprivate init?(_ value: FieldValue) {
        guard let fields = value["fields"]?.integer, let rows = value["rows"]?.integer else { return nil }
        self.init(fields: fields, rows: rows)
    }
}

extension TableMetadata.Column {
    fileprivate init(_ value: FieldValue) {
        self.init()
        name = value["name"]?.string
        type = value["type"]?.string
        format = value["format"]?.string
        ambiguous = value["ambiguous"]?.boolean
        nullable = value["nullable"]?.boolean
        width = value["width"]?.integer
    }
}
