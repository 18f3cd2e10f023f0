public import MetadataCore

/// Merges what all readers found in one file into its record.
///
/// For each field the most trusted finding wins; one that says something else becomes an issue `conflict`. Positions are
/// expected to be treated by the location policy before.
///
/// ```swift
/// let subject = Normalizer.Subject(size: 1_024, format: .unknown, mediaType: "image/png")
/// let record = Normalizer().normalize(subject, findings: findings, issues: []).record
/// ```
public struct Normalizer: Sendable {
    private let limits: Limits
    private let includesProvenance: Bool

    /// Makes a normalizer.
    ///
    /// - Parameter options: The limits on text and records, and whether provenance is wanted.
    public init(options: ExtractionOptions = ExtractionOptions()) {
        limits = options.limits
        includesProvenance = options.includesProvenance
    }

    /// Merges findings into a record.
    ///
    /// - Parameters:
    ///   - subject: What is known of the file as a whole.
    ///   - findings: What the readers found, in the order of reading.
    ///   - issues: What was wrong, in the order of reading.
    /// - Returns: The record and how each field was decided. Equal arguments give equal results.
    /// - Complexity: O(*n* log *n*) in the number of findings.
    public func normalize(_ subject: Subject, findings: [Finding], issues: [Issue]) -> Normalized {
        var draft = Draft(subject: subject, limits: limits)
        draft.decide(findings)
        draft.resolveDisplaySize()
        draft.settleCapture()
        draft.describeMediaType()
        draft.conclude(with: issues)
        if includesProvenance { draft.addProvenance() }
        return Normalized(record: draft.record.cut(to: limits), decisions: draft.decisions)
    }
}

extension Normalizer {
    /// What is known of a file before its metadata is.
    public struct Subject: Sendable, Hashable {
        /// The length in bytes; nil when it could not be read.
        public var size: Int?
        /// What the bytes are.
        public var format: FileFormat
        /// The IANA media type.
        public var mediaType: String
        /// Digests of the whole content.
        public var checksums: ChecksumValues?

        /// Makes a subject.
        ///
        /// - Parameters:
        ///   - size: The length in bytes.
        ///   - format: What the bytes are.
        ///   - mediaType: The IANA media type.
        ///   - checksums: Digests of the whole content.
        public init(size: Int?, format: FileFormat, mediaType: String, checksums: ChecksumValues? = nil) {
            self.size = size
            self.format = format
            self.mediaType = mediaType
            self.checksums = checksums
        }
    }

    /// A record, and how it came to be.
    public struct Normalized: Sendable, Hashable {
        /// The record.
        public var record: MetadataRecord
        /// One decision for each field that was found, in the order of ``Field``'s cases.
        public var decisions: [Decision]
    }
}
