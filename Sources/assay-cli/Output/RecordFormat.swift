import ArgumentParser
import Assay

/// The forms in which records are printed.
enum RecordFormat: String, CaseIterable, ExpressibleByArgument {
    case ndjson, json, csv, table

    var writer: any RecordWriter {
        switch self {
        case .ndjson: NDJSONWriter()
        case .json: JSONArrayWriter()
        case .csv: CSVWriter()
        case .table: TableWriter()
        }
    }
}

/// Prints records one after the other.
protocol RecordWriter {
    /// What stands before the first record.
    mutating func begin() -> String
    /// One record.
    mutating func line(for entry: RecordEntry) -> [UInt8]
    /// What stands behind the last record.
    mutating func end() -> String
}

/// One JSON object a line.
struct NDJSONWriter: RecordWriter {
    func begin() -> String { "" }
    func line(for entry: RecordEntry) -> [UInt8] { entry.canonicalJSON() + [UInt8(ascii: "\n")] }
    func end() -> String { "" }
}

/// One JSON array.
struct JSONArrayWriter: RecordWriter {
    private var isFirst = true

    func begin() -> String { "[" }

    mutating func line(for entry: RecordEntry) -> [UInt8] {
        defer { isFirst = false }
        return Array((isFirst ? "\n" : ",\n").utf8) + entry.canonicalJSON()
    }

    func end() -> String { "\n]\n" }
}
