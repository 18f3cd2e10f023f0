import ArgumentParser
import Assay
import MetadataEngine

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
    mutating func write(_ entry: BatchEntry, to text: inout [UInt8]) throws
    /// What stands behind the last record.
    mutating func end() -> String
}

/// Prints something else than the record's own JSON.
protocol EntryWriter: RecordWriter {
    /// One record.
    func line(for entry: RecordEntry) -> [UInt8]
}

extension EntryWriter {
    func write(_ entry: BatchEntry, to text: inout [UInt8]) throws {
        text += line(for: try entry.entry())
    }
}

/// One JSON object a line.
struct NDJSONWriter: RecordWriter {
    func begin() -> String { "" }

    func write(_ entry: BatchEntry, to text: inout [UInt8]) {
        text += entry.line.json
        text.append(UInt8(ascii: "\n"))
    }

    func end() -> String { "" }
}

/// One JSON array.
struct JSONArrayWriter: RecordWriter {
    private var isFirst = true

    func begin() -> String { "[" }

    mutating func write(_ entry: BatchEntry, to text: inout [UInt8]) {
        text += (isFirst ? "\n" : ",\n").utf8
        text += entry.line.json
        isFirst = false
    }

    func end() -> String { "\n]\n" }
}
