public import MetadataCore

/// A record of a run over many files, as it is written.
public struct BatchEntry: Sendable {
    /// The bytes of the path. They need not be UTF-8.
    public let pathBytes: [UInt8]
    /// The record with its path, its status and its format.
    public let line: RecordLine
    /// The length of the file in bytes; nil when it could not be read.
    public let byteCount: Int?
    /// How long the file was worked on; nil when it was not read, as it had not changed.
    public let duration: Duration?

    private let content: Content?

    /// Kept aside: most of a run has no use for it, and it is large.
    private final class Content: Sendable {
        let entry: RecordEntry

        init(_ entry: RecordEntry) {
            self.entry = entry
        }
    }

    /// An entry of an earlier run.
    init(remembered line: RecordLine, pathBytes: [UInt8], byteCount: Int) {
        self.pathBytes = pathBytes
        self.line = line
        self.byteCount = byteCount
        duration = nil
        content = nil
    }

    /// An entry of a file that was read.
    init(_ entry: RecordEntry, duration: Duration) {
        pathBytes = entry.pathBytes
        line = RecordLine(status: entry.record.status, format: entry.record.format, json: entry.canonicalJSON())
        byteCount = entry.record.size
        self.duration = duration
        content = Content(entry)
    }

    /// The record and its path.
    ///
    /// - Returns: What was read, or what an earlier run wrote, parsed.
    /// - Throws: ``ExtractionError`` with code `corrupt` when a memory gave what is no record.
    public func entry() throws(ExtractionError) -> RecordEntry {
        if let content { return content.entry }
        return RecordEntry(pathBytes: pathBytes, record: try MetadataRecord(parsing: line.json))
    }
}
