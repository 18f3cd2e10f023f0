/// What is known of one file: the compact record that a pipeline stores.
///
/// A member that is absent is unknown; none is ever null. Equal input gives equal bytes of ``canonicalJSON()`` on every
/// machine: there is no clock, host or path in a record.
///
/// ```swift
/// let record = await engine.record(of: "photo.jpg").record
/// print(record.image?.width ?? 0, record.checksums?.sha256 ?? "-")
/// ```
public struct MetadataRecord: Hashable, Sendable {
    /// The version of the record's schema: `assay/1`. Minor additions do not change it.
    public var schema = Self.currentSchema
    /// The file's length in bytes; nil when it could not be read.
    public var size: Int?
    /// What the bytes are.
    public var format: FileFormat
    /// The IANA media type, with parameters where they are known: `text/csv; charset=utf-8; header=present`.
    public var mediaType: String
    /// How much of the file was understood.
    public var status: Status
    /// Digests of the whole content; nil when not every byte was read.
    public var checksums: ChecksumValues?
    /// What was learned of an image.
    public var image: ImageMetadata?
    /// What was learned of a document with pages.
    public var document: DocumentMetadata?
    /// What was learned of delimited text.
    public var table: TableMetadata?
    /// What an outside analyser said.
    public var labels: [Label]
    /// The content's digest against the one that its store holds.
    public var integrity: Integrity?
    /// Damage, limits and contradictions, in the order they were met.
    public var issues: [Issue]
    /// How many elements were left out of lists that would have made the record too long, by path: `table.columns`.
    public var omitted: [String: Int]
    /// Where each value came from, by path: `["image.width": ["jpeg-sof@158"]]`. Empty unless asked for.
    public var provenance: [String: [String]]

    /// The schema that this library writes.
    public static let currentSchema = "assay/1"

    /// Makes a record of which nothing else is known.
    ///
    /// - Parameters:
    ///   - size: The file's length in bytes.
    ///   - format: What the bytes are.
    ///   - mediaType: The IANA media type.
    ///   - status: How much of the file was understood.
    public init(
        size: Int?, format: FileFormat = .unknown, mediaType: String = "application/octet-stream", status: Status
    ) {
        self.size = size
        self.format = format
        self.mediaType = mediaType
        self.status = status
        self.labels = []
        self.issues = []
        self.omitted = [:]
        self.provenance = [:]
    }
}

extension MetadataRecord {
    /// How much of a file was understood.
    public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        /// All that is read of this format was read.
        case complete
        /// A part is missing or doubtful; the issues say which.
        case partial
        /// The file could not be read, or not understood at all.
        case failed
        /// No signature matches the bytes; size and checksums are there.
        case unrecognized
    }
}

/// Digests of a file's whole content, in lower-case hexadecimal, most significant byte first.
public struct ChecksumValues: Codable, Hashable, Sendable {
    /// SHA-256 (FIPS 180-4), 64 digits.
    public var sha256: String
    /// CRC-32C (RFC 3720), 8 digits.
    public var crc32c: String
    /// CRC-64/NVME, 16 digits.
    public var crc64nvme: String

    /// Makes a set of digests.
    ///
    /// - Parameters:
    ///   - sha256: SHA-256, 64 hexadecimal digits.
    ///   - crc32c: CRC-32C, 8 hexadecimal digits.
    ///   - crc64nvme: CRC-64/NVME, 16 hexadecimal digits.
    public init(sha256: String, crc32c: String, crc64nvme: String) {
        self.sha256 = sha256
        self.crc32c = crc32c
        self.crc64nvme = crc64nvme
    }
}

/// One thing that an outside analyser saw.
public struct Label: Codable, Hashable, Sendable {
    /// What it saw.
    public var name: String
    /// How sure it is, 0...1.
    public var confidence: Double
    /// Which analyser.
    public var source: String

    /// Makes a label.
    ///
    /// - Parameters:
    ///   - name: What was seen.
    ///   - confidence: How sure the analyser is, 0...1.
    ///   - source: Which analyser.
    public init(name: String, confidence: Double, source: String) {
        self.name = name
        self.confidence = confidence
        self.source = source
    }
}

/// A comparison of the content's digest with the one that its store holds.
public struct Integrity: Codable, Hashable, Sendable {
    /// The algorithm compared: `CRC64NVME`, `CRC32C`, `SHA256`; `NONE` when the store holds none.
    public var algorithm: String
    /// `FULL_OBJECT` or `COMPOSITE`, as S3 names them; `NOT_READ` when not every byte was read.
    public var type: String
    /// Whether they are equal.
    public var verified: Bool

    /// Makes a comparison's result.
    ///
    /// - Parameters:
    ///   - algorithm: The algorithm compared.
    ///   - type: `FULL_OBJECT`, `COMPOSITE` or `NOT_READ`.
    ///   - verified: Whether they are equal.
    public init(algorithm: String, type: String, verified: Bool) {
        self.algorithm = algorithm
        self.type = type
        self.verified = verified
    }
}
