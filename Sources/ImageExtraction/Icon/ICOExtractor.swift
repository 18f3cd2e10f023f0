public import MetadataCore

/// Reads Windows icons and cursors (Microsoft, `ICONDIR`).
///
/// The size is that of the first image; `image.frames` is the number of images.
public struct ICOExtractor: ContainerExtractor {
    /// `swift-ico`.
    public let name = "swift-ico"
    /// `ico`, `cur`.
    public let formats: Set<FileFormat> = [.ico, .cur]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `ico` or `cur`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour and the number of images; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.read(UInt16.self, .little) == 0 else { throw .corrupt("no ICONDIR", at: 0) }
        let type = try scan.reader.read(UInt16.self, .little)
        guard type == 1 || type == 2 else { throw .corrupt("no ICONDIR", at: 2) }
        let count = Int(try scan.reader.read(UInt16.self, .little))
        guard count > 0 else { throw .corrupt("an icon without images", at: 4) }
        // 0 means 256.
        let width = Int(try scan.reader.read(UInt8.self))
        let height = Int(try scan.reader.read(UInt8.self))
        scan.findSize(width == 0 ? 256 : width, height == 0 ? 256 : height, from: "ico-directory", at: 6)
        scan.findFrames(count, from: "ico-directory", at: 4)
        try scan.reader.skip(4)
        // In a cursor these two bytes are the hot spot's.
        let bitCount = Int(try scan.reader.read(UInt16.self, .little))
        guard type == 1, bitCount > 0 else { return }
        scan.findColor(
            model: bitCount > 8 ? "rgb" : "palette", bitDepth: min(8, bitCount), alpha: true,
            from: "ico-directory", at: 12)
    }
}
