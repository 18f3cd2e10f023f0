public import MetadataCore

/// Reads HEIF, HEIC and AVIF: size, orientation and colour of the primary item, and the EXIF, XMP and ICC that belong
/// to it (ISO/IEC 23008-12; AV1 Image File Format 1.1).
///
/// `irot` and `imir` become ``Field/imageContainerOrientation``, 1 where there are none: they are law, and EXIF only
/// informs. The stored size is that of the primary item's `ispe`, before they are applied.
public struct HEIFExtractor: ContainerExtractor {
    /// `swift-heif`.
    public let name = "swift-heif"
    /// `heic`, `heif`, `avif`.
    public let formats: Set<FileFormat> = [.heic, .heif, .avif]

    /// Makes a reader.
    public init() {}

    /// Reads what the `meta` box says of the primary item.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `heic`, `heif` or `avif`.
    ///   - options: Limits and policies.
    /// - Returns: Size, orientation, colour; the EXIF, XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var meta: Box?
        let end = scan.byteCount
        try scan.forEachBox(before: end) { _, box throws(ExtractionError) in
            if box.type == "meta" { meta = box }
            return meta == nil
        }
        guard let meta else { throw .corrupt("no meta box", at: nil) }
        var walk = HEIFWalk(scan)
        defer { scan = walk.scan }
        try walk.run(meta)
    }
}
