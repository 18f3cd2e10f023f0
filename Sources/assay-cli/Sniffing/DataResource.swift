import Assay
import CSVSniffing

/// A verdict as a Frictionless data resource with a table dialect and a table schema (datapackage.org, 2.0).
struct DataResource {
    let json: [UInt8]

    init(_ verdict: CSVVerdict, path: String?) {
        var members: [String: FieldValue] = [
            "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
            "name": .string(Self.name(path)),
            "type": "table",
            "format": verdict.dialect.delimiter == "\t" ? "tsv" : "csv",
            "mediatype": verdict.dialect.delimiter == "\t" ? "text/tab-separated-values" : "text/csv",
            "encoding": .string(verdict.encoding),
            "bytes": .integer(verdict.byteCount),
            "dialect": Self.dialect(verdict),
            "schema": .object(["fields": .array(Self.fields(verdict))]),
        ]
        members["path"] = path.map(FieldValue.string)
        json = FieldValue.object(members).canonicalJSON() + [UInt8(ascii: "\n")]
    }

    /// A name of lower-case letters, digits, `.`, `_` and `-`, as the specification recommends.
    private static func name(_ path: String?) -> String {
        guard let path, let file = path.split(separator: "/").last else { return "table" }
        let stem = file.lowercased().split(separator: ".").first.map(String.init) ?? "table"
        return String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    }

    private static func dialect(_ verdict: CSVVerdict) -> FieldValue {
        let dialect = verdict.dialect
        let first = dialect.skipRows + 1
        var members: [String: FieldValue] = [
            "delimiter": .string(dialect.delimiter),
            "doubleQuote": .boolean(dialect.doubleQuote),
            "header": .boolean(verdict.hasHeader),
            "skipInitialSpace": .boolean(dialect.skipInitialSpace),
        ]
        if dialect.lineTerminator != "mixed" { members["lineTerminator"] = .string(dialect.lineTerminator) }
        if !dialect.quote.isEmpty { members["quoteChar"] = .string(dialect.quote) }
        if !dialect.escape.isEmpty { members["escapeChar"] = .string(dialect.escape) }
        members["commentChar"] = dialect.comment.map(FieldValue.string)
        if dialect.skipRows > 0 { members["commentRows"] = .array((1..<first).map(FieldValue.integer)) }
        if verdict.hasHeader, dialect.skipRows > 0 || verdict.headerRowCount > 1 {
            members["headerRows"] = .array((first..<(first + verdict.headerRowCount)).map(FieldValue.integer))
        }
        return .object(members)
    }

    private static func fields(_ verdict: CSVVerdict) -> [FieldValue] {
        zip(verdict.columns, verdict.uniqueColumnNames).map { column, name in
            var members: [String: FieldValue] = ["name": .string(name), "type": .string(column.type.description)]
            let separators = NumberSeparators(column)
            members["decimalChar"] = separators.decimal.map(FieldValue.string)
            members["groupChar"] = separators.group.map(FieldValue.string)
            if separators.isPlain, column.type != .yearmonth {
                members["format"] = column.format.map(FieldValue.string)
            }
            if column.type == .boolean {
                members["trueValues"] = ["true", "True", "TRUE", "yes", "Yes", "YES"]
                members["falseValues"] = ["false", "False", "FALSE", "no", "No", "NO"]
            }
            if !column.isNullable { members["constraints"] = ["required": true] }
            return .object(members)
        }
    }
}

/// The separators of a column of numbers that differ from the plain notation.
struct NumberSeparators {
    private(set) var decimal: String?
    private(set) var group: String?

    /// Whether there are none.
    var isPlain: Bool { decimal == nil && group == nil }

    init(_ column: CSVColumn) {
        guard column.type == .number, let format = column.format else { return }
        decimal = Self.value("decimalChar=", in: format)
        group = Self.value("groupChar=", in: format)
    }

    private static func value(_ name: String, in format: String) -> String? {
        var rest = Substring(format)
        while !rest.isEmpty, !rest.hasPrefix(name) { rest.removeFirst() }
        return rest.dropFirst(name.count).first.map(String.init)
    }
}
