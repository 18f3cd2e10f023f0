internal import MetadataCore
internal import Normalization

/// All that is known of one file before it is normalized.
struct Evidence: Sendable {
    var subject: Normalizer.Subject
    /// What the format was told from.
    var basis: String
    var extraction = Extraction()
    /// What the reading cost, where only ranges were read.
    var reads: ReadCounts?

    /// A thing without content to read.
    static func nothing(_ format: FileFormat, _ issue: Issue) -> Evidence {
        let subject = Normalizer.Subject(size: nil, format: format, mediaType: format.specialMediaType)
        var evidence = Evidence(subject: subject, basis: "file system")
        evidence.extraction.issues = [issue]
        return evidence
    }
}
