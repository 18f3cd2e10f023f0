public import MetadataCore

/// Reads GIF: the logical screen, the number of frames, and the XMP and ICC application extensions (GIF89a).
///
/// The size is the logical screen's, which frames may exceed. Frames are counted by walking all blocks: at most
/// `Limits.elementCount` blocks and `Limits.inMemoryByteCount` bytes; beyond that the number stays unknown.
public struct GIFExtractor: ContainerExtractor {
    /// `swift-gif`.
    public let name = "swift-gif"
    /// `gif`.
    public let formats: Set<FileFormat> = [.gif]

    /// Makes a reader.
    public init() {}

    /// Reads what the blocks say.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `gif`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, frames; the XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var walk = GIFWalk(scan)
        defer { scan = walk.scan }
        try walk.run()
    }
}
