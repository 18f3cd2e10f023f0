import CImageShims
public import MetadataCore

/// Reads the header of a PNG through libpng, as a second opinion beside the Swift reader of the same chunks.
///
/// libpng is given the signature, IHDR, PLTE, tRNS and the first bytes of IDAT: nothing whose length a file could
/// choose freely. Checksums that do not match are notes. So is a refusal: the Swift reader decides what is damage.
///
/// ```swift
/// let extractor = PNGLibraryExtractor()
/// let extraction = await extractor.extract(from: source, as: .init(rawValue: "png"), options: .init())
/// ```
public struct PNGLibraryExtractor: Extractor {
    /// Makes the extractor. It holds no state.
    public init() {}

    /// `libpng`.
    public var name: String { "libpng" }

    /// PNG.
    public var formats: Set<FileFormat> { [FileFormat(rawValue: "png")] }

    /// It wraps a native library.
    public var isNative: Bool { true }

    /// The library's version.
    public var libraryVersion: String? { unsafe String(cString: assay_png_version()) }

    /// Reads the size, the depth, the colour model and whether there is transparency.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: PNG.
    ///   - options: The limits.
    /// - Returns: Findings with the source `libpng`, and a note where libpng warned or stopped.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        let stream = PNGReducedStream(source, limits: options.limits)
        let (status, header) = Self.read(stream.bytes)
        let outcome = status == .done ? LibraryOutcome.ended(.done, at: nil) : stream.end ?? .ended(status, at: nil)
        LibraryReport(library: name, header: header, outcome: outcome).add(to: &extraction)
        return extraction
    }

    /// Reads a stream in memory.
    ///
    /// The corresponding C function is `assay_png_read`.
    private static func read(_ bytes: [UInt8]) -> (LibraryStatus, LibraryHeader) {
        var header = assay_header()
        let status = unsafe bytes.withUnsafeBufferPointer { buffer in
            // libpng keeps nothing of the buffer after the call.
            unsafe assay_png_read(buffer.baseAddress, buffer.count, &header)
        }
        return (LibraryStatus(status), LibraryHeader(header))
    }
}
