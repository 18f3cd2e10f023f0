public import MetadataCore

/// Reads TIFF, BigTIFF and the raw formats that are built on them.
///
/// The size is that of the main image: of a raw file that of the full picture, not of a preview. EXIF is read where it
/// stands, XMP and ICC profiles are handed on. Follows TIFF 6.0, TIFF/EP (ISO 12234-2), DNG 1.7 and EXIF 2.32.
///
/// ```swift
/// let extraction = await TIFFExtractor().extract(from: source, as: format, options: ExtractionOptions())
/// ```
public struct TIFFExtractor: Extractor {
    /// `swift-tiff`.
    public let name = "swift-tiff"
    /// TIFF, BigTIFF and raw formats.
    public let formats: Set<FileFormat> = Set(TIFFSizeRule.byFormat.keys.map(FileFormat.init(rawValue:)))

    /// Makes a reader.
    public init() {}

    /// Reads size, pages, colour and EXIF.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - format: One of ``formats``.
    ///   - options: Limits.
    /// - Returns: What was found; XMP and ICC blocks to be read by others.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        do throws(ExtractionError) {
            var reading = try TIFFReading(source, as: format, limits: options.limits)
            return reading.read()
        } catch {
            var extraction = Extraction()
            extraction.report(error, .error)
            return extraction
        }
    }
}
