import CImageShims
public import MetadataCore

/// Reads the header of a JPEG through libjpeg, as a second opinion beside the Swift reader of the same markers.
///
/// Only what stands before the first scan is read, in small windows: segments that libjpeg does not use are passed
/// over unread, however long they claim to be. Memory is bounded by the window (128 KiB), the bytes read by
/// `Limits.embeddedByteCount`, the number of reads by `Limits.elementCount`.
///
/// That libjpeg refuses a file does not mean that the file is damaged: it reads baseline and progressive JPEG of
/// 8 bits with up to 65,500 pixels a side. A refusal is a note with libjpeg's message.
///
/// ```swift
/// let extractor = JPEGLibraryExtractor()
/// let extraction = await extractor.extract(from: source, as: .init(rawValue: "jpeg"), options: .init())
/// ```
public struct JPEGLibraryExtractor: Extractor {
    /// Makes the extractor. It holds no state.
    public init() {}

    /// `libjpeg`.
    public var name: String { "libjpeg" }

    /// JPEG.
    public var formats: Set<FileFormat> { [FileFormat(rawValue: "jpeg")] }

    /// It wraps a native library.
    public var isNative: Bool { true }

    /// The library's version.
    public var libraryVersion: String? { unsafe String(cString: assay_jpeg_version()) }

    /// Reads the size, the depth and the colour model.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: JPEG.
    ///   - options: The limits.
    /// - Returns: Findings with the source `libjpeg`, and a note where libjpeg warned or stopped.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        guard let decoder = JPEGHeaderDecoder() else {
            extraction.report(.limitExceeded, .warning, "libjpeg has no memory")
            return extraction
        }
        let outcome = JPEGFeeder(source: source, limits: options.limits).run(decoder)
        LibraryReport(library: "libjpeg", header: decoder.header, outcome: outcome).add(to: &extraction)
        return extraction
    }
}
