public import MetadataCore

/// Reads PNG and APNG: header, resolution, frames, and the EXIF, XMP and ICC blocks wherever they stand (PNG, third
/// edition; Extensions to the PNG specification, 1.5).
///
/// EXIF is read from `eXIf` before and after the image data and from the older text profiles `Raw profile type exif`
/// and `Raw profile type APP1`. Compressed blocks grow to `Limits.inflatedByteCount` at most, all of a file together.
/// Checksums are verified for the chunks that are read; a wrong one is a note.
public struct PNGExtractor: ContainerExtractor {
    /// `swift-png`.
    public let name = "swift-png"
    /// `png`.
    public let formats: Set<FileFormat> = [.png]

    /// Makes a reader.
    public init() {}

    /// Reads what the chunks say.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `png`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, resolution, frames; the EXIF, XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var walk = PNGWalk(scan)
        defer { scan = walk.scan }
        try walk.run()
    }
}
