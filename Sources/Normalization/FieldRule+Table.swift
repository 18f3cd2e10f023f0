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

extension TableMetadata.Column {
    fileprivate init(_ value: FieldValue) {
        self.init()
        name = value["name"]?.string
        type = value["type"]?.string
        format = value["format"]?.string
        nullable = value["nullable"]?.boolean
    }
}
