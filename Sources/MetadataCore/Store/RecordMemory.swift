/// What the system says of a file; while it stays the same, the content is taken to be the same.
public struct FileStamp: Hashable, Sendable {
    /// The device that holds the file.
    public var device: UInt64
    /// The file's number on its device.
    public var inode: UInt64
    /// The length in bytes.
    public var byteCount: Int
    /// When the content was last changed, in nanoseconds since 1970.
    public var modified: Int64
    /// When the inode was last changed, in nanoseconds since 1970.
    public var changed: Int64

    /// Makes a stamp.
    ///
    /// - Parameters:
    ///   - device: The device that holds the file.
    ///   - inode: The file's number on its device.
    ///   - byteCount: The length in bytes.
    ///   - modified: When the content was last changed, in nanoseconds since 1970.
    ///   - changed: When the inode was last changed, in nanoseconds since 1970.
    public init(device: UInt64, inode: UInt64, byteCount: Int, modified: Int64, changed: Int64) {
        self.device = device
        self.inode = inode
        self.byteCount = byteCount
        self.modified = modified
        self.changed = changed
    }
}

/// A record as it was written, with the members that a summary needs.
public struct RecordLine: Hashable, Sendable {
    /// How much of the file was understood.
    public var status: MetadataRecord.Status
    /// What the bytes are.
    public var format: FileFormat
    /// The record with its path: one canonical JSON object without a newline.
    public var json: [UInt8]

    /// Makes a line.
    ///
    /// - Parameters:
    ///   - status: How much of the file was understood.
    ///   - format: What the bytes are.
    ///   - json: The record with its path, as canonical JSON.
    public init(status: MetadataRecord.Status, format: FileFormat, json: [UInt8]) {
        self.status = status
        self.format = format
        self.json = json
    }
}

/// What a run over many files remembers of earlier runs, so that a file which has not changed is not read again.
///
/// Called by several threads at once, once for each file; a run that is killed loses nothing that was remembered.
public protocol RecordMemory: Sendable {
    /// The record of a file that was read before and has not changed since.
    ///
    /// - Parameters:
    ///   - path: The bytes of the path.
    ///   - stamp: What the system says of the file now.
    /// - Returns: The record; nil when the file is to be read.
    func recall(_ path: [UInt8], _ stamp: FileStamp) -> RecordLine?

    /// Remembers a record. A failure is kept, and told when the run ends.
    ///
    /// - Parameters:
    ///   - entry: The path and the record.
    ///   - line: The record as it is written.
    ///   - stamp: What the system said of the file when it was read; nil when the record must not be taken for a later
    ///     state of the file.
    func remember(_ entry: RecordEntry, _ line: RecordLine, _ stamp: FileStamp?)
}
