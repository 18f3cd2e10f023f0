public import MetadataCore

/// Reads Photoshop documents, small and large: the header and the image resources (Adobe Photoshop File Formats
/// Specification, November 2019).
///
/// EXIF, XMP and ICC are the resources 1058, 1060 and 1039.
public struct PSDExtractor: ContainerExtractor {
    /// `swift-psd`.
    public let name = "swift-psd"
    /// `psd`, `psb`.
    public let formats: Set<FileFormat> = [.psd, .psb]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `psd` or `psb`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, resolution; the EXIF, XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// The colour model by mode ("File Header Section").
    private static let models: [UInt16: String] = [
        0: "gray", 1: "gray", 2: "palette", 3: "rgb", 4: "cmyk", 8: "gray", 9: "lab",
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "8BPS" else { throw .corrupt("no Photoshop signature", at: 0) }
        try scan.reader.skip(8)
        let channels = Int(try scan.reader.read(UInt16.self))
        let height = Int(try scan.reader.read(UInt32.self))
        let width = Int(try scan.reader.read(UInt32.self))
        scan.findSize(width, height, from: "psd-header", at: 14)
        let depth = Int(try scan.reader.read(UInt16.self))
        let model = Self.models[try scan.reader.read(UInt16.self)]
        scan.findColor(model: model, bitDepth: depth, channels: channels, from: "psd-header", at: 22)
        // The color mode data stand between the header and the resources.
        try scan.reader.skip(Int(try scan.reader.read(UInt32.self)))
        let byteCount = Int(try scan.reader.read(UInt32.self))
        try PhotoshopResources.walk(&scan, before: scan.reader.offset + byteCount)
    }
}
