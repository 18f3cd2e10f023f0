/// A record and the path it belongs to, as the command writes them.
public struct RecordEntry: Hashable, Sendable {
    /// The bytes of the path. They need not be UTF-8.
    public var pathBytes: [UInt8]
    /// What is known of the file.
    public var record: MetadataRecord
    /// When the file was last changed, in nanoseconds since 1970; nil when unknown. It is no part of the JSON.
    public var modified: Int64?

    /// What the reading cost, where only ranges of the file were read; nil otherwise.
    public var reads: ReadCounts?

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - pathBytes: The bytes of the path.
    ///   - record: What is known of the file.
    ///   - modified: When the file was last changed, in nanoseconds since 1970.
    ///   - reads: What the reading cost.
    public init(
        pathBytes: [UInt8], record: MetadataRecord, modified: Int64? = nil, reads: ReadCounts? = nil
    ) {
        self.pathBytes = pathBytes
        self.record = record
        self.modified = modified
        self.reads = reads
    }

    /// The path as text; what is not UTF-8 in it is shown as U+FFFD.
    public var path: String { String(decoding: pathBytes, as: UTF8.self) }

    /// The bytes of the path in Base64 (RFC 4648), where they are not UTF-8; nil where ``path`` holds every byte.
    public var pathBase64: String? {
        String(validating: pathBytes, as: UTF8.self) == nil ? Base64.encode(pathBytes) : nil
    }

    /// The record with its `path`, with `pathBase64` where the name's bytes are not UTF-8, and with `reads` where only
    /// ranges were read.
    ///
    /// - Returns: One JSON object without a newline.
    public func canonicalJSON() -> [UInt8] {
        record.canonicalJSON(path: path, pathBase64: pathBase64, reads: reads)
    }
}
