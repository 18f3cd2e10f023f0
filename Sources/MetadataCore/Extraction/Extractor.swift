/// A reader of one family of formats.
///
/// An extractor never throws and never traps: what it cannot read becomes an ``Issue``, what it learned before the
/// damage stays. It runs in process, or stands for a reader in another process; the engine sees no difference.
public protocol Extractor: Sendable {
    /// The name of the reader: `swift-jpeg`, `libexif`.
    var name: String { get }

    /// The formats that it reads.
    var formats: Set<FileFormat> { get }

    /// Whether it wraps a native library: such a reader is asked last, and can be spared a file.
    var isNative: Bool { get }

    /// The version of the library that it wraps, as the library tells it: `22.12.0`; nil where none tells.
    var libraryVersion: String? { get }

    /// Reads what it can.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: What they are; one of ``formats``.
    ///   - options: Limits and policies.
    /// - Returns: What was found, and what was wrong.
    func extract(from source: any ByteSource, as format: FileFormat, options: ExtractionOptions) async -> Extraction
}

extension Extractor {
    /// No native library.
    public var isNative: Bool { false }

    /// None.
    public var libraryVersion: String? { nil }
}

/// What an extractor learned of one source.
public struct Extraction: Sendable, Hashable {
    /// The values found, in the order of reading.
    public var findings: [Finding] = []
    /// What was wrong, in the order of reading.
    public var issues: [Issue] = []
    /// Blocks in another format that stand inside this one; the engine hands them to the extractors of that format.
    public var embedded: [EmbeddedBlock] = []
    /// Whether native readers are to be given the same bytes.
    public var secondOpinion = SecondOpinion.useful

    /// Nothing yet.
    public init() {}

    /// Adds a finding.
    ///
    /// - Parameters:
    ///   - field: The member of the record.
    ///   - value: The value, in the field's unit.
    ///   - source: Who read it, from what.
    ///   - offset: Where it stands in the file.
    ///   - confidence: How sure the reader is, 0...1.
    public mutating func find(
        _ field: Field, _ value: FieldValue, source: Finding.Source, offset: Int? = nil, confidence: Double = 1
    ) {
        findings.append(Finding(field, value, source: source, offset: offset, confidence: confidence))
    }

    /// Adds an issue of the stage `extract`.
    ///
    /// - Parameters:
    ///   - code: What it is.
    ///   - severity: How much of the record it touches.
    ///   - offset: Where in the file.
    ///   - field: The member of the record that it is about.
    ///   - detail: One sentence for people.
    public mutating func report(
        _ code: Issue.Code, _ severity: Issue.Severity = .warning, offset: Int? = nil, field: Field? = nil,
        _ detail: String
    ) {
        issues.append(Issue(code, severity, stage: .extract, offset: offset, field: field, detail: detail))
    }

    /// Adds an issue for an error that ended one part of the reading.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - severity: How much of the record it touches.
    public mutating func report(_ error: ExtractionError, _ severity: Issue.Severity = .warning) {
        issues.append(Issue(error, severity, stage: .extract))
    }

    /// Appends all of another extraction.
    ///
    /// - Parameter other: What else was learned of the same file.
    public mutating func merge(_ other: Extraction) {
        findings.take(other.findings)
        issues.take(other.issues)
        embedded.take(other.embedded)
        secondOpinion = max(secondOpinion, other.secondOpinion)
    }
}

extension Array {
    /// Appends elements; without copying them where there were none.
    fileprivate mutating func take(_ others: [Element]) {
        if isEmpty { self = others } else { self += others }
    }
}

/// What a reader advises about native readers of the same bytes.
public enum SecondOpinion: Int, Hashable, Sendable, Comparable {
    /// They may find more, or confirm.
    case useful
    /// Everything was read; they can only confirm.
    case needless
    /// The bytes ask for more memory or time than they can justify: no native reader is to be given them.
    case hazardous

    /// Orders by caution.
    ///
    /// - Parameters:
    ///   - lhs: One advice.
    ///   - rhs: The other.
    /// - Returns: Whether the first is less cautious.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A block in another format inside a file: an EXIF block in a JPEG, an ICC profile in a PNG.
public struct EmbeddedBlock: Sendable, Hashable {
    /// What the block is: ``FileFormat/exif``, ``FileFormat/xmp``, ``FileFormat/icc``.
    public var format: FileFormat
    /// Its bytes, whole; for EXIF they begin with the TIFF header (`II` or `MM`).
    public var bytes: ArraySlice<UInt8>
    /// Where its first byte stands in the file; nil when it was compressed or put together from pieces.
    public var offset: Int?

    /// Makes a block.
    ///
    /// - Parameters:
    ///   - format: What the block is.
    ///   - bytes: Its bytes, whole.
    ///   - offset: Where its first byte stands in the file.
    public init(_ format: FileFormat, bytes: ArraySlice<UInt8>, offset: Int?) {
        self.format = format
        self.bytes = bytes
        self.offset = offset
    }
}
