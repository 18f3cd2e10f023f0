public import MetadataCore

/// Reads EXIF through libexif, as a second opinion beside the Swift reader.
///
/// libexif is given a copy of the block with its MakerNotes hidden, is asked for raw entries only, and is bounded in
/// memory by `limits.embeddedByteCount`. It knows the directories IFD0, IFD1, EXIF, GPS and Interoperability and reads
/// the first 65,534 bytes; that it refuses a block is no damage by itself.
///
/// ```swift
/// let extraction = await LibEXIFExtractor().extract(from: block, as: .exif, options: ExtractionOptions())
/// ```
public struct LibEXIFExtractor: Extractor {
    /// `libexif`.
    public let name = "libexif"
    /// EXIF blocks and the head of TIFF files.
    public let formats: Set<FileFormat> = [.exif, FileFormat(rawValue: "tiff")]

    /// It wraps a native library.
    public var isNative: Bool { true }

    /// Makes a reader.
    public init() {}

    /// Reads camera, exposure, capture time, orientation, resolution and position.
    ///
    /// - Parameters:
    ///   - source: The block from its TIFF header on, or a TIFF file.
    ///   - format: One of ``formats``.
    ///   - options: Limits.
    /// - Returns: What libexif found, without offsets: it does not tell them.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        do throws(ExtractionError) {
            let limits = options.limits
            let block = try HiddenMakerNoteBlock(source.head(HiddenMakerNoteBlock.byteLimit), limits: limits)
            let entries = LibEXIFData(parsing: block.bytes)?.entries() ?? []
            var extraction = EXIFInterpreter(entries, reader: .library("libexif")).extraction(limits: limits)
            // The Swift reader tells where a value is bad, and is never without this one.
            extraction.issues = []
            return extraction
        } catch {
            var extraction = Extraction()
            extraction.report(error, .note)
            return extraction
        }
    }
}
