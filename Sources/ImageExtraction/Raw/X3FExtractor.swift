public import MetadataCore

/// Reads Sigma X3F: the header, and the EXIF of the JPEG image in it (Foveon, "X3F File Format", 2.x; later headers as
/// documented by ExifTool).
public struct X3FExtractor: ContainerExtractor {
    /// `swift-x3f`.
    public let name = "swift-x3f"
    /// `x3f`.
    public let formats: Set<FileFormat> = [.x3f]

    /// Makes a reader.
    public init() {}

    /// Reads what the container says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `x3f`.
    ///   - options: Limits and policies.
    /// - Returns: Size and rotation of the main image; the blocks of the preview; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// EXIF's orientation by degrees of rotation.
    private static let orientations: [UInt32: Int] = [0: 1, 90: 6, 180: 3, 270: 8]
    /// The image format that is a JPEG.
    private static let jpegFormat: UInt32 = 18
    private static let imageHeaderByteCount = 28
    /// More sections than any file has.
    private static let sectionCount = 32

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "FOVb" else { throw .corrupt("no X3F signature", at: 0) }
        let version = try scan.reader.read(UInt32.self, .little)
        // Version 4 put twelve bytes before the size.
        let offset = version >= 4 << 16 ? 40 : 28
        try scan.seek(to: UInt(offset))
        let width = Int(try scan.reader.read(UInt32.self, .little))
        let height = Int(try scan.reader.read(UInt32.self, .little))
        scan.findSize(width, height, from: "x3f-header", at: offset)
        if let orientation = Self.orientations[try scan.reader.read(UInt32.self, .little)], orientation != 1 {
            scan.extraction.find(.imageOrientation, .integer(orientation), source: "x3f-header", offset: offset + 8)
        }
        try readDirectory(&scan)
    }

    /// The last four bytes of the file say where the directory stands.
    private func readDirectory(_ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.seek(to: max(0, scan.byteCount - 4))
        try scan.seek(to: try scan.reader.read(UInt32.self, .little))
        guard try scan.reader.readFourCC() == "SECd" else {
            throw .corrupt("no X3F directory", at: scan.reader.offset - 4)
        }
        try scan.reader.skip(4)
        // One preview of each size is all that a file has.
        let count = min(Self.sectionCount, Int(try scan.reader.read(UInt32.self, .little)))
        for _ in 0..<count {
            try scan.enterElement()
            let start = Int(try scan.reader.read(UInt32.self, .little))
            let byteCount = Int(try scan.reader.read(UInt32.self, .little))
            let type = try scan.reader.readFourCC()
            guard type == "IMA2" || type == "IMAG" else { continue }
            let next = scan.reader.offset
            if try readImage(&scan, start..<(start + byteCount)) { return }
            try scan.reader.seek(to: next)
        }
    }

    /// `SECi`, version, type, format, columns, rows, row length; then the image.
    private func readImage(_ scan: inout ImageScan, _ range: Range<Int>) throws(ExtractionError) -> Bool {
        guard range.count > Self.imageHeaderByteCount, range.lowerBound + 16 <= scan.byteCount else { return false }
        try scan.reader.seek(to: range.lowerBound + 12)
        guard try scan.reader.read(UInt32.self, .little) == Self.jpegFormat else { return false }
        return scan.embedBlocks(ofJPEGIn: (range.lowerBound + Self.imageHeaderByteCount)..<range.upperBound)
    }
}
