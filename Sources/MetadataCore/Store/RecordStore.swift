/// A place where records are kept, one for each version of each file.
///
/// Every `put` is conditional, so that late, doubled and reordered writers do no harm: a record never replaces a newer
/// one, a failed record never replaces a processed one, and putting the same again changes nothing.
public protocol RecordStore: Sendable {
    /// Stores records, all of them or none.
    ///
    /// - Parameter records: Records in any order; a key may appear more than once.
    /// - Returns: What became of each, in the same order.
    /// - Throws: ``StoreError`` when the store cannot be written.
    func put(_ records: [StoredRecord]) async throws -> [PutOutcome]

    /// The record of one version of a file.
    ///
    /// - Parameter key: The file and its version.
    /// - Returns: The record, or nil when there is none.
    /// - Throws: ``StoreError`` when the store cannot be read.
    func record(for key: RecordKey) async throws -> StoredRecord?

    /// Records in the order of their keys.
    ///
    /// - Parameters:
    ///   - key: The last key of the page before; nil for the first page.
    ///   - limit: The most records to return.
    /// - Returns: At most `limit` records whose keys follow `key`; fewer only at the end.
    /// - Throws: ``StoreError`` when the store cannot be read.
    func page(after key: RecordKey?, limit: Int) async throws -> [StoredRecord]
}

/// The name of one version of one file.
public struct RecordKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file: a path, or an identifier that a pipeline gave.
    public var fileID: String
    /// The version: an object store's version, or the SHA-256 of the content; empty when neither is known.
    public var versionID: String

    /// Makes a key.
    ///
    /// - Parameters:
    ///   - fileID: The file.
    ///   - versionID: The version.
    public init(fileID: String, versionID: String) {
        self.fileID = fileID
        self.versionID = versionID
    }

    /// `fileId#versionId`.
    public var description: String { "\(fileID)#\(versionID)" }

    /// Orders by the bytes of the file, then of the version.
    ///
    /// - Parameters:
    ///   - lhs: One key.
    ///   - rhs: The other.
    /// - Returns: Whether the first comes before the second.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        if lhs.fileID == rhs.fileID { return lhs.versionID.utf8.lexicographicallyPrecedes(rhs.versionID.utf8) }
        return lhs.fileID.utf8.lexicographicallyPrecedes(rhs.fileID.utf8)
    }
}

/// A record with the key and the age that a store needs.
public struct StoredRecord: Hashable, Sendable {
    /// Where it belongs.
    public var key: RecordKey
    /// Orders writes to one key: a larger number is newer. A file's modification time in nanoseconds, or a sequencer.
    public var sequence: Int64
    /// The record.
    public var record: MetadataRecord

    /// Makes a stored record.
    ///
    /// - Parameters:
    ///   - key: Where it belongs.
    ///   - sequence: Orders writes to one key.
    ///   - record: The record.
    public init(key: RecordKey, sequence: Int64, record: MetadataRecord) {
        self.key = key
        self.sequence = sequence
        self.record = record
    }

    /// A record of a file: its version is its content, and writes are ordered by the time of its last change.
    ///
    /// - Parameter entry: The record and its path. A path that is not UTF-8 is kept in Base64, as no two files may share
    ///   a key.
    public init(_ entry: RecordEntry) {
        let fileID = entry.pathBase64.map { "base64:\($0)" } ?? entry.path
        let key = RecordKey(fileID: fileID, versionID: entry.record.checksums?.sha256 ?? "")
        self.init(key: key, sequence: entry.modified ?? 0, record: entry.record)
    }
}

/// What became of a record that was put.
public enum PutOutcome: String, Hashable, Sendable {
    /// It is in the store now.
    case stored
    /// The same record was there already.
    case unchanged
    /// A newer record is there; this one was not stored.
    case refusedOlder
    /// A processed record is there, and this one is failed; it was not stored.
    case refusedFailed
}

extension PutOutcome {
    /// Decides what becomes of a record; every store follows it.
    ///
    /// - Parameters:
    ///   - new: The record to put.
    ///   - existing: The record under the same key, if there is one.
    /// - Returns: `stored` when it is to be written.
    public static func deciding(_ new: StoredRecord, over existing: StoredRecord?) -> PutOutcome {
        guard let existing else { return .stored }
        if new.sequence < existing.sequence { return .refusedOlder }
        if new.record.status == .failed, existing.record.status != .failed { return .refusedFailed }
        return new == existing ? .unchanged : .stored
    }
}

/// Why a store could not be read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public var code: Code
    /// What the store said.
    public var message: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: What went wrong.
    ///   - message: What the store said.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }

    /// A stable code.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code's text.
        public let rawValue: String

        /// Makes a code from its text.
        ///
        /// - Parameter rawValue: The code's text.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It cannot be opened or made.
        public static let cannotOpen = Self(rawValue: "cannotOpen")
        /// It cannot be written: full, read-only, locked.
        public static let cannotWrite = Self(rawValue: "cannotWrite")
        /// It cannot be read, or holds what is no record.
        public static let cannotRead = Self(rawValue: "cannotRead")
    }
}
