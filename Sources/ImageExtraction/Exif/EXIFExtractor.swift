public import MetadataCore

/// Reads EXIF blocks: a TIFF structure whose first two directories describe a picture and its thumbnail.
///
/// ```swift
/// let block = MemorySource(tiffBytes)     // from "II" or "MM" on, without "Exif\0\0"
/// let extraction = await EXIFExtractor().extract(from: block, as: .exif, options: ExtractionOptions())
/// ```
///
/// All directories are read, whatever their offsets, at most `limits.elementCount` entries in all. Follows
/// EXIF 2.32 (CIPA DC-008) and TIFF 6.0.
public struct EXIFExtractor: Extractor {
    /// `swift-exif`.
    public let name = "swift-exif"
    /// EXIF blocks.
    public let formats: Set<FileFormat> = [.exif]

    /// Makes a reader.
    public init() {}

    /// Reads camera, exposure, capture time, orientation, resolution and position.
    ///
    /// - Parameters:
    ///   - source: The block from its TIFF header on.
    ///   - format: ``FileFormat/exif``.
    ///   - options: Limits.
    /// - Returns: What was found; a block without a header is an error, damaged entries are issues.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        do throws(ExtractionError) {
            var walker = try TIFFWalker(
                source, limits: options.limits, isLenient: true, keeping: TIFFWalker.speaks)
            walker.walk()
            let entries = walker.entries()
            extraction.merge(EXIFInterpreter(entries, reader: .walker).extraction(limits: options.limits))
            walker.readMakerNote(into: &extraction)
            extraction.issues = walker.issues + extraction.issues
        } catch {
            extraction.report(error)
        }
        return extraction
    }
}
