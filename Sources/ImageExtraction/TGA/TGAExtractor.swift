public import MetadataCore

/// Reads Truevision TGA (TGA File Format Specification, 2.0, field 1 to 5).
///
/// The format has no signature, so the header must be plausible in all its fields.
public struct TGAExtractor: ContainerExtractor {
    /// `swift-tga`.
    public let name = "swift-tga"
    /// `tga`.
    public let formats: Set<FileFormat> = [.tga]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `tga`.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// The colour model by image type, without the bit that means run lengths.
    private static let models: [UInt8: String] = [1: "palette", 2: "rgb", 3: "gray"]
    private static let runLengthFlag: UInt8 = 8
    /// The depths that image data can have.
    private static let depths: Set<Int> = [1, 8, 15, 16, 24, 32]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.skip(1)
        let hasPalette = try scan.reader.read(UInt8.self)
        let type = try scan.reader.read(UInt8.self)
        try scan.reader.skip(9)
        let width = Int(try scan.reader.read(UInt16.self, .little))
        let height = Int(try scan.reader.read(UInt16.self, .little))
        let depth = Int(try scan.reader.read(UInt8.self))
        let alphaDepth = try scan.reader.read(UInt8.self) & 0xF
        guard hasPalette < 2, let model = Self.models[type & ~Self.runLengthFlag], Self.depths.contains(depth) else {
            throw .corrupt("no TGA header", at: 0)
        }
        scan.findSize(width, height, from: "tga-header", at: 12)
        let colors = model == "rgb" ? 3 : 1
        scan.findColor(
            model: model, bitDepth: depth == 15 || depth == 16 ? 5 : min(8, depth),
            channels: colors + (alphaDepth > 0 ? 1 : 0), alpha: alphaDepth > 0, from: "tga-header", at: 16)
    }
}
