import Assay
import CSVSniffing

/// A verdict as metadata of CSV on the Web (W3C Recommendation, 2015).
struct CSVWMetadata {
    let json: [UInt8]

    init(_ verdict: CSVVerdict, path: String?) {
        let members: [String: FieldValue] = [
            "@context": "http://www.w3.org/ns/csvw",
            "url": .string(path ?? ""),
            "dialect": Self.dialect(verdict),
            "tableSchema": .object(["columns": .array(Self.columns(verdict))]),
        ]
        json = FieldValue.object(members).canonicalJSON() + [UInt8(ascii: "\n")]
    }

    /// Section 5.9, dialect descriptions.
    private static func dialect(_ verdict: CSVVerdict) -> FieldValue {
        let dialect = verdict.dialect
        var members: [String: FieldValue] = [
            "encoding": .string(verdict.encoding),
            "delimiter": .string(dialect.delimiter),
            "doubleQuote": .boolean(dialect.doubleQuote),
            "header": .boolean(verdict.hasHeader),
            "headerRowCount": .integer(verdict.headerRowCount),
            "skipRows": .integer(dialect.skipRows),
            "skipInitialSpace": .boolean(dialect.skipInitialSpace),
            "skipBlankRows": true,
        ]
        if !dialect.quote.isEmpty { members["quoteChar"] = .string(dialect.quote) }
        members["commentPrefix"] = dialect.comment.map(FieldValue.string)
        members["lineTerminators"] =
            dialect.lineTerminator == "mixed" ? ["\r\n", "\n", "\r"] : .array([.string(dialect.lineTerminator)])
        return .object(members)
    }

    private static func columns(_ verdict: CSVVerdict) -> [FieldValue] {
        verdict.columns.enumerated().map { index, column in
            var members: [String: FieldValue] = [
                "name": .string("column\(index + 1)"),
                "datatype": datatype(column),
                "required": .boolean(!column.isNullable),
            ]
            if let name = column.name, !name.isEmpty { members["titles"] = .string(name) }
            return .object(members)
        }
    }

    /// Section 5.11.2, derived datatypes.
    private static func datatype(_ column: CSVColumn) -> FieldValue {
        let separators = NumberSeparators(column)
        guard separators.isPlain else {
            var format: [String: FieldValue] = [:]
            format["decimalChar"] = separators.decimal.map(FieldValue.string)
            format["groupChar"] = separators.group.map(FieldValue.string)
            return ["base": "decimal", "format": .object(format)]
        }
        guard let format = column.format, let pattern = datePattern(format), let base = bases[column.type] else {
            return .string(bases[column.type] ?? "string")
        }
        return ["base": .string(base), "format": .string(pattern)]
    }

    private static let bases: [CSVColumnType: String] = [
        .integer: "integer", .number: "number", .boolean: "boolean", .date: "date", .time: "time",
        .datetime: "dateTime", .yearmonth: "gYearMonth", .any: "string", .string: "string",
    ]

    /// Section 6.4.4: the patterns of UTS 35 for those of strptime; `nil` where the type alone says it.
    private static func datePattern(_ format: String) -> String? {
        guard !["%Y-%m-%d", "%H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m"].contains(format) else { return nil }
        var pattern = ""
        var isField = false
        for character in format {
            if isField {
                pattern += fields[character] ?? ""
                isField = false
            } else if character == "%" {
                isField = true
            } else {
                pattern += character == "T" ? "'T'" : String(character)
            }
        }
        return pattern
    }

    private static let fields: [Character: String] = [
        "Y": "yyyy", "y": "yy", "m": "MM", "d": "dd", "b": "MMM", "H": "HH", "I": "hh", "M": "mm", "S": "ss",
        "f": "SSS", "p": "a", "z": "XXX",
    ]
}
