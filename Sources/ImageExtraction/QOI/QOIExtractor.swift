public import MetadataCore

/// Reads QOI (The Quite OK Image Format, 1.0).
public struct QOIExtractor: ContainerExtractor {
    /// `swift-qoi`.
    public let name = "swift-qoi"
    /// `qoi`.
    public let formats: Set<FileFormat> = [.qoi]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `qoi`.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "qoif" else { throw .corrupt("no QOI signature", at: 0) }
        let width = Int(try scan.reader.read(UInt32.self))
        let height = Int(try scan.reader.read(UInt32.self))
        scan.findSize(width, height, from: "qoi-header", at: 4)
        let channels = Int(try scan.reader.read(UInt8.self))
        scan.findColor(
            model: "rgb", bitDepth: 8, channels: channels, alpha: channels == 4, from: "qoi-header", at: 12)
    }
}
