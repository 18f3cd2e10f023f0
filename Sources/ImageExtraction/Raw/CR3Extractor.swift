public import MetadataCore

/// Reads Canon CR3: the metadata boxes of its ISO base media file (ISO/IEC 14496-12; the boxes as documented by
/// L. Peng, "Canon CR3").
///
/// Canon keeps four TIFF structures: the main directory, the Exif directory, the maker notes and the GPS directory.
/// All but the maker notes are handed on as EXIF blocks of their own. The size is the main directory's.
public struct CR3Extractor: ContainerExtractor {
    /// `swift-cr3`.
    public let name = "swift-cr3"
    /// `cr3`.
    public let formats: Set<FileFormat> = [.cr3]

    /// Makes a reader.
    public init() {}

    /// Reads what the container says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `cr3`.
    ///   - options: Limits and policies.
    /// - Returns: The size of the main image; the EXIF and XMP blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// Canon's `uuid` box in `moov`.
    private static let canon: [UInt8] = [
        0x85, 0xC0, 0xB6, 0x87, 0x82, 0x0F, 0x11, 0xE0, 0x81, 0x11, 0xF4, 0xCE, 0x46, 0x2B, 0x6A, 0x48,
    ]
    /// The `uuid` box of XMP.
    private static let xmp: [UInt8] = [
        0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        let end = scan.byteCount
        try walkBoxes(&scan, before: end, depth: 0)
    }

    private func walkBoxes(_ scan: inout ImageScan, before end: Int, depth: Int) throws(ExtractionError) {
        guard depth < scan.limits.depth else { throw .limitExceeded("boxes nest too deep", at: scan.reader.offset) }
        try scan.forEachBox(before: end) { scan, box throws(ExtractionError) in
            switch box.type {
            case "moov": try walkBoxes(&scan, before: box.end, depth: depth + 1)
            case "uuid" where box.extendedType == Self.canon: try walkBoxes(&scan, before: box.end, depth: depth + 1)
            case "uuid" where box.extendedType == Self.xmp: try scan.embed(.xmp, byteCount: box.contentByteCount)
            case "CMT1", "CMT2", "CMT4": try readDirectory(&scan, box)
            case "mdat": return false
            default: break
            }
            return true
        }
    }

    private func readDirectory(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        guard let block = try scan.readBlock(box.contentByteCount) else { return }
        if box.type == "CMT1" {
            attempt(&scan) { scan throws(ExtractionError) in
                guard let size = try IFDSize(block) else { return }
                scan.findSize(size.width, size.height, from: "cr3-cmt1", at: box.contentStart + size.offset)
            }
        }
        scan.embedEXIF(block, at: box.contentStart)
    }
}
