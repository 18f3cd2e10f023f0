public import MetadataCore

/// Reads Fujifilm RAF: the size in its own directory, and the EXIF and XMP of the preview (as documented by ExifTool,
/// `FujiFilm RAF` tags).
public struct RAFExtractor: ContainerExtractor {
    /// `swift-raf`.
    public let name = "swift-raf"
    /// `raf`.
    public let formats: Set<FileFormat> = [.raf]

    /// Makes a reader.
    public init() {}

    /// Reads what the container says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `raf`.
    ///   - options: Limits and policies.
    /// - Returns: The size of the main image; the blocks of the preview; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    private static let signature = Array("FUJIFILMCCD-RAW".utf8)
    /// Where the header keeps offset and length of the preview, and offset and length of the directory.
    private static let pointersOffset = 84
    /// Height and width: of the cropped image, else of what the sensor recorded.
    private static let croppedSize: UInt16 = 0x111
    private static let fullSize: UInt16 = 0x100

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.peekBytes(Self.signature.count).elementsEqual(Self.signature) else {
            throw .corrupt("no RAF signature", at: 0)
        }
        try scan.reader.skip(Self.pointersOffset)
        var pointers: [Int] = []
        for _ in 0..<4 { pointers.append(Int(try scan.reader.read(UInt32.self))) }
        scan.embedBlocks(ofJPEGIn: pointers[0]..<(pointers[0] + pointers[1]))
        try scan.seek(to: UInt(pointers[2]))
        try readDirectory(&scan)
    }

    /// The number of entries, then tag, length and value of each.
    private func readDirectory(_ scan: inout ImageScan) throws(ExtractionError) {
        var sizes: [UInt16: (width: Int, height: Int, offset: Int)] = [:]
        defer {
            if let size = sizes[Self.croppedSize] ?? sizes[Self.fullSize] {
                scan.findSize(size.width, size.height, from: "raf-directory", at: size.offset)
            }
        }
        let count = try scan.reader.read(UInt32.self)
        for _ in 0..<count {
            try scan.enterElement()
            let tag = try scan.reader.read(UInt16.self)
            let byteCount = Int(try scan.reader.read(UInt16.self))
            let offset = scan.reader.offset
            if byteCount >= 4, tag == Self.croppedSize || tag == Self.fullSize {
                let height = Int(try scan.reader.read(UInt16.self))
                sizes[tag] = (Int(try scan.reader.read(UInt16.self)), height, offset)
            }
            try scan.seek(to: UInt(offset + byteCount))
        }
    }
}
