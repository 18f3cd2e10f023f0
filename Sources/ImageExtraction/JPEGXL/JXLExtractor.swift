internal import Inflation
public import MetadataCore

/// Reads JPEG XL, as a bare codestream and in its container (ISO/IEC 18181-1 and -2).
///
/// The codestream's orientation becomes ``Field/imageContainerOrientation``: it is law, and EXIF only informs.
/// Boxes that are compressed with Brotli (`brob`) are read as what they hold.
public struct JXLExtractor: ContainerExtractor {
    /// `swift-jxl`.
    public let name = "swift-jxl"
    /// `jxl`.
    public let formats: Set<FileFormat> = [.jxl]

    /// Makes a reader.
    public init() {}

    /// Reads the header of the codestream, and the metadata boxes of a container.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `jxl`.
    ///   - options: Limits and policies.
    /// - Returns: Size, orientation, colour; the EXIF and XMP blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        let isCodestream = try scan.reader.peekBytes(2).elementsEqual(JXLHeader.signature)
        if isCodestream {
            try readCodestream(&scan, try scan.reader.peekBytes(JXLHeader.byteCount))
        } else {
            try walkContainer(&scan)
        }
    }

    private func readCodestream(_ scan: inout ImageScan, _ bytes: ArraySlice<UInt8>) throws(ExtractionError) {
        let offset = scan.reader.offset
        let header = try JXLHeader(parsing: bytes, at: offset)
        scan.findSize(header.width, header.height, from: "jxl-codestream", at: offset)
        scan.extraction.find(
            .imageContainerOrientation, .integer(header.orientation), source: "jxl-codestream", offset: offset)
        scan.findColor(bitDepth: header.bitDepth, from: "jxl-codestream", at: offset)
    }
}

// MARK: - Container

extension JXLExtractor {
    private func walkContainer(_ scan: inout ImageScan) throws(ExtractionError) {
        var hasHeader = false
        let end = scan.byteCount
        try scan.forEachBox(before: end) { scan, box throws(ExtractionError) in
            switch box.type {
            case "jxlc" where !hasHeader, "jxlp" where !hasHeader:
                hasHeader = true
                attempt(&scan) { scan throws(ExtractionError) in try readCodestreamBox(&scan, box) }
            case "Exif": try readEXIF(&scan, box)
            case "xml ": try scan.embed(.xmp, byteCount: box.contentByteCount)
            case "brob": attempt(&scan) { scan throws(ExtractionError) in try readCompressed(&scan, box) }
            default: break
            }
            return true
        }
    }

    /// `jxlp` holds a part, numbered by its first four bytes (ISO/IEC 18181-2, 9.9).
    private func readCodestreamBox(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        if box.type == "jxlp" { try scan.reader.skip(4) }
        let available = max(0, box.end - scan.reader.offset)
        try readCodestream(&scan, try scan.reader.peekBytes(min(JXLHeader.byteCount, available)))
    }

    /// The type of the box that was compressed, and its content (ISO/IEC 18181-2, 9.6).
    private func readCompressed(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        let type = try scan.reader.readFourCC()
        guard type == "Exif" || type == "xml " else { return }
        let offset = scan.reader.offset
        guard let bytes = try scan.readBlock(box.end - offset) else { return }
        let content = try Brotli.decompress(bytes, limit: scan.limits.embeddedByteCount, at: offset)
        guard type == "Exif" else { return scan.embed(.xmp, content, at: nil) }
        var reader = ByteReader(content.span)
        let distance = Int(try reader.read(UInt32.self))
        scan.embedEXIF(content.dropFirst(4).dropFirst(distance), at: nil)
    }

    /// Four bytes say how far behind them the TIFF header stands (ISO/IEC 18181-2, 9.4).
    private func readEXIF(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        let distance = Int(try scan.reader.read(UInt32.self))
        let offset = scan.reader.offset
        guard let bytes = try scan.readBlock(box.end - offset) else { return }
        scan.embedEXIF(bytes.dropFirst(distance), at: offset + min(distance, bytes.count))
    }
}
