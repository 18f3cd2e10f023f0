public import MetadataCore

/// Reads JPEG: the frame header, the density, and the EXIF, XMP and ICC segments (ITU-T T.81, annex B; JFIF 1.02).
///
/// All frame kinds give their size, lossless and arithmetic ones too. A height of 0 is looked up in the DNL segment
/// behind the first scan. Segments are walked up to the first scan; at most `Limits.elementCount` of them. An AFCP trailer
/// behind the image gives its IPTC block.
///
/// ```swift
/// let extraction = await JPEGExtractor().extract(from: source, as: FileFormat(rawValue: "jpeg"), options: .init())
/// ```
public struct JPEGExtractor: ContainerExtractor {
    /// `swift-jpeg`.
    public let name = "swift-jpeg"
    /// `jpeg`.
    public let formats: Set<FileFormat> = [.jpeg]

    /// Makes a reader.
    public init() {}

    /// Reads what the segments before the first scan say.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `jpeg`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, resolution; the EXIF, XMP, ICC and IPTC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = scan(source, as: format, options: options)
        AFCPTrailer.embed(from: source, options, into: &extraction)
        return extraction
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var walk = JPEGWalk(scan)
        defer { scan = walk.scan }
        try walk.run()
    }
}
