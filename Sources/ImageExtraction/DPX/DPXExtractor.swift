public import MetadataCore

/// Reads DPX in both byte orders (SMPTE ST 268-1, image information header).
public struct DPXExtractor: ContainerExtractor {
    /// `swift-dpx`.
    public let name = "swift-dpx"
    /// `dpx`.
    public let formats: Set<FileFormat> = [.dpx]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `dpx`.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// Colour model and channels by descriptor of the first image element (table 1).
    private static let descriptors: [UInt8: (model: String, channels: Int, alpha: Bool)] = [
        6: ("gray", 1, false), 50: ("rgb", 3, false), 51: ("rgb", 4, true), 52: ("rgb", 4, true),
        100: ("ycbcr", 3, false), 101: ("ycbcr", 4, true), 102: ("ycbcr", 3, false), 103: ("ycbcr", 4, true),
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        let signature = try scan.reader.readFourCC()
        guard signature == "SDPX" || signature == "XPDS" else { throw .corrupt("no DPX signature", at: 0) }
        let order: ByteOrder = signature == "SDPX" ? .big : .little
        try scan.reader.seek(to: min(772, scan.byteCount))
        let width = Int(try scan.reader.read(UInt32.self, order))
        let height = Int(try scan.reader.read(UInt32.self, order))
        scan.findSize(width, height, from: "dpx-image", at: 772)
        try scan.reader.seek(to: min(800, scan.byteCount))
        let descriptor = Self.descriptors[try scan.reader.read(UInt8.self)]
        try scan.reader.skip(2)
        scan.findColor(
            model: descriptor?.model, bitDepth: Int(try scan.reader.read(UInt8.self)),
            channels: descriptor?.channels, alpha: descriptor?.alpha, from: "dpx-image", at: 800)
    }
}
