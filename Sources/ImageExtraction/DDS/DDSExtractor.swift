public import MetadataCore

/// Reads DirectDraw surfaces (Microsoft, `DDS_HEADER`).
public struct DDSExtractor: ContainerExtractor {
    /// `swift-dds`.
    public let name = "swift-dds"
    /// `dds`.
    public let formats: Set<FileFormat> = [.dds]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `dds`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour depth and alpha; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// `DDPF_ALPHAPIXELS` or `DDPF_ALPHA`.
    private static let alphaFlags: UInt32 = 0x3

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "DDS " else { throw .corrupt("no DDS signature", at: 0) }
        try scan.reader.skip(8)
        let height = Int(try scan.reader.read(UInt32.self, .little))
        let width = Int(try scan.reader.read(UInt32.self, .little))
        scan.findSize(width, height, from: "dds-header", at: 12)
        try scan.reader.seek(to: min(80, scan.byteCount))
        let flags = try scan.reader.read(UInt32.self, .little)
        scan.findColor(model: "rgb", alpha: flags & Self.alphaFlags != 0, from: "dds-header", at: 80)
    }
}
