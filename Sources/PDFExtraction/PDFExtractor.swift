public import MetadataCore

/// Reads PDF: page count, version, document information, encryption, page sizes and what the document contains.
///
/// It follows the file's own structure, strictly: the end of the file, cross-references, catalog, page tree. Where that
/// is damaged, it scans the file for objects, and says so by an issue `repaired` and by sources that begin with
/// `repair`. Of a file that opens with the empty password the texts are decrypted; of any other encrypted one it tells
/// what stands there in the clear.
///
/// It reads ranges and keeps little of them. What asks for much more memory or time than the file can justify becomes
/// an issue `limitExceeded`, and the extraction asks that no native reader be given the file. Follows ISO 32000-2.
///
/// ```swift
/// let extraction = await PDFExtractor().extract(from: source, as: .pdf, options: ExtractionOptions())
/// ```
public struct PDFExtractor: Extractor {
    /// Makes a reader.
    public init() {}

    /// `swift-pdf`.
    public var name: String { "swift-pdf" }

    /// PDF.
    public var formats: Set<FileFormat> { [.pdf] }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: PDF.
    ///   - options: The limits.
    /// - Returns: Findings whose sources begin with `pdf`, `xmp` or `repair`; an issue for everything that is damaged,
    ///   locked or beyond a limit. ``Extraction/secondOpinion`` says whether a native reader can add anything.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var reading = DocumentReading(PDFBytes(source, limits: options.limits), limits: options.limits)
        reading.read()
        return reading.report.extraction
    }
}
