public import MetadataCore

/// Reads Minolta MRW: the picture raw dimensions and the EXIF block (as documented by D. Coffin, `parse_minolta`).
public struct MRWExtractor: ContainerExtractor {
    /// `swift-mrw`.
    public let name = "swift-mrw"
    /// `mrw`.
    public let formats: Set<FileFormat> = [.mrw]

    /// Makes a reader.
    public init() {}

    /// Reads what the container says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `mrw`.
    ///   - options: Limits and policies.
    /// - Returns: The size of the main image; the EXIF block; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "\0MRM" else { throw .corrupt("no MRW signature", at: 0) }
        let end = scan.reader.offset + 4 + Int(try scan.reader.read(UInt32.self))
        while end - scan.reader.offset >= 8 {
            try scan.enterElement()
            let type = try scan.reader.readFourCC()
            let byteCount = Int(try scan.reader.read(UInt32.self))
            let start = scan.reader.offset
            switch type {
            case "\0PRD": try readDimensions(&scan)
            case "\0TTW": try scan.embed(.exif, byteCount: byteCount)
            default: break
            }
            try scan.seek(to: UInt(start + byteCount))
        }
    }

    /// A version of eight characters, the sensor's height and width, then the image's.
    private func readDimensions(_ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.skip(12)
        let offset = scan.reader.offset
        let height = Int(try scan.reader.read(UInt16.self))
        scan.findSize(Int(try scan.reader.read(UInt16.self)), height, from: "mrw-prd", at: offset)
        scan.findColor(bitDepth: Int(try scan.reader.read(UInt16.self) & 0xFF), from: "mrw-prd", at: offset + 4)
    }
}
