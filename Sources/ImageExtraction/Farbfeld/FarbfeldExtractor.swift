public import MetadataCore

/// Reads farbfeld (suckless.org, farbfeld(5)).
public struct FarbfeldExtractor: ContainerExtractor {
    /// `swift-farbfeld`.
    public let name = "swift-farbfeld"
    /// `farbfeld`.
    public let formats: Set<FileFormat> = [.farbfeld]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `farbfeld`.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.bytes(8).elementsEqual("farbfeld".utf8) else {
            throw .corrupt("no farbfeld signature", at: 0)
        }
        let width = Int(try scan.reader.read(UInt32.self))
        let height = Int(try scan.reader.read(UInt32.self))
        scan.findSize(width, height, from: "farbfeld-header", at: 8)
        scan.findColor(model: "rgb", bitDepth: 16, channels: 4, alpha: true, from: "farbfeld-header", at: 0)
    }
}
