public import MetadataCore

/// Reads WebP: lossy, lossless and extended; frames, and the EXIF, XMP and ICC chunks (RFC 9649).
///
/// The canvas of the extended header is the size where there is one. EXIF may carry the `Exif\0\0` that JPEG writes.
public struct WebPExtractor: ContainerExtractor {
    /// `swift-webp`.
    public let name = "swift-webp"
    /// `webp`.
    public let formats: Set<FileFormat> = [.webp]

    /// Makes a reader.
    public init() {}

    /// Reads what the chunks say.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `webp`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, frames; the EXIF, XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var walk = WebPWalk(scan)
        defer { scan = walk.scan }
        try walk.run()
    }
}
