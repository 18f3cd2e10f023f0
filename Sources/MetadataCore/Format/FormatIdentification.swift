/// What some bytes are, and what told it.
///
/// The bytes decide. A file's name settles only between kinds of text that look alike.
///
/// ```swift
/// let source = MemorySource(bytes)
/// let found = FormatIdentification.identify(source, head: try source.head(65_536))
/// found.format        // docx
/// found.basis         // "zip: word/document.xml"
/// ```
public struct FormatIdentification: Sendable, Hashable {
    /// The format; ``FileFormat/unknown`` when nothing matches.
    public var format: FileFormat

    /// The media type, with parameters where they are known: `text/plain; charset=utf-8`.
    public var mediaType: String

    /// What told it: `signature at 0`, `zip: word/document.xml`, `bmff brand heic`, `text: xml root svg`.
    public var basis: String

    /// How sure it is, 0...1: 1 for a signature of its own, less for plausible numbers and for kinds of text.
    public var confidence: Double

    /// Whether the content is text that may be a table: a sniffer of dialects should look at it.
    public var mayBeTable: Bool

    /// Makes an identification.
    ///
    /// - Parameters:
    ///   - format: The format.
    ///   - mediaType: The media type; nil for the format's own.
    ///   - basis: What told it.
    ///   - confidence: How sure it is, 0...1.
    ///   - mayBeTable: Whether a sniffer of dialects should look at it.
    public init(
        _ format: FileFormat, mediaType: String? = nil, basis: String, confidence: Double = 1, mayBeTable: Bool = false
    ) {
        self.format = format
        self.mediaType = mediaType ?? format.mediaType
        self.basis = basis
        self.confidence = confidence
        self.mayBeTable = mayBeTable
    }

    /// Makes an identification from a row and what a look saw.
    init(_ entry: FormatEntry, _ sighting: Sighting, basis: String) {
        self.init(
            sighting.format ?? entry.format,
            mediaType: sighting.mediaType ?? (sighting.format == nil ? entry.mediaType : nil),
            basis: sighting.basis ?? basis, confidence: sighting.confidence)
    }
}

extension FormatIdentification {
    /// Tells a format by its content.
    ///
    /// Most are told by the head alone. Some need a look elsewhere (a ZIP archive's directory, a trailer): a few reads
    /// of at most 256 KiB each. A source that cannot be read there is as one that ends there.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - head: The first bytes of `source`; 64 KiB are enough.
    ///   - hint: What is said of the file; it settles between kinds of text, never against the bytes.
    /// - Returns: The format; ``FileFormat/unknown`` with the basis `empty` or `no signature` when none is found.
    /// - Complexity: O(1) for formats with a signature, O(n) in the length of `head` for text.
    public static func identify(
        _ source: any ByteSource, head: ArraySlice<UInt8>, hint: FormatHint? = nil
    ) -> FormatIdentification {
        guard !head.isEmpty else { return FormatIdentification(.unknown, basis: "empty", confidence: 0) }
        let sample = Sample(head: head, source: source)
        return SignatureIndex.bytes.identify(sample)
            ?? LooseFormats.prefixedPDF(sample)
            ?? TextIdentifier.identify(sample, hint: hint)
            ?? LooseFormats.identify(sample)
            ?? FormatIdentification(.unknown, basis: "no signature", confidence: 0)
    }
}
