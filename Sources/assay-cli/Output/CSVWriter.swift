import Assay

/// The members that most people ask for, as RFC 4180 text with a header.
struct CSVWriter: EntryWriter {
    private typealias Column = (name: String, value: @Sendable (RecordEntry) -> String?)

    private static let columns: [Column] = [
        ("path", { $0.path }),
        ("status", { $0.record.status.rawValue }),
        ("format", { $0.record.format.rawValue }),
        ("mediaType", { $0.record.mediaType }),
        ("size", { $0.record.size?.description }),
        ("sha256", { $0.record.checksums?.sha256 }),
        ("crc32c", { $0.record.checksums?.crc32c }),
        ("crc64nvme", { $0.record.checksums?.crc64nvme }),
        ("width", { $0.record.image?.width?.description }),
        ("height", { $0.record.image?.height?.description }),
        ("orientation", { $0.record.image?.orientation?.description }),
        ("captureTime", { $0.record.image?.capture?.time }),
        ("captureOffset", { $0.record.image?.capture?.offset }),
        ("make", { $0.record.image?.camera?.make }),
        ("model", { $0.record.image?.camera?.model }),
        ("latitude", { $0.record.image?.location?.latitude?.description }),
        ("longitude", { $0.record.image?.location?.longitude?.description }),
        ("pageCount", { $0.record.document?.pageCount?.description }),
        ("title", { $0.record.document?.title }),
        ("rowCount", { $0.record.table?.rowCount?.description }),
        ("columnCount", { $0.record.table?.columnCount?.description }),
        ("delimiter", { $0.record.table?.dialect?.delimiter }),
        ("issues", { $0.record.issues.map(\.code.rawValue).joined(separator: " ") }),
    ]

    func begin() -> String { Self.row(Self.columns.map(\.name)) }

    func line(for entry: RecordEntry) -> [UInt8] {
        Array(Self.row(Self.columns.map { $0.value(entry) ?? "" }).utf8)
    }

    func end() -> String { "" }

    private static func row(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// RFC 4180, 2.6 and 2.7.
    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
