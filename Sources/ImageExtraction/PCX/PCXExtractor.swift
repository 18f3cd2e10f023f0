public import MetadataCore

/// Reads PCX (ZSoft, PCX Technical Reference Manual).
public struct PCXExtractor: ContainerExtractor {
    /// `swift-pcx`.
    public let name = "swift-pcx"
    /// `pcx`.
    public let formats: Set<FileFormat> = [.pcx]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `pcx`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour and resolution; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.read(UInt8.self) == 0x0A else { throw .corrupt("no PCX signature", at: 0) }
        try scan.reader.skip(2)
        let depth = Int(try scan.reader.read(UInt8.self))
        var window: [Int] = []
        for _ in 0..<6 { window.append(Int(try scan.reader.read(UInt16.self, .little))) }
        scan.findSize(window[2] - window[0] + 1, window[3] - window[1] + 1, from: "pcx-header", at: 4)
        scan.findResolution(Double(window[4]), Double(window[5]), unit: "inch", from: "pcx-header", at: 12)
        try scan.reader.seek(to: min(65, scan.byteCount))
        let planes = Int(try scan.reader.read(UInt8.self))
        scan.findColor(
            model: planes > 1 && depth == 8 ? "rgb" : "palette", bitDepth: depth, channels: planes,
            alpha: false, from: "pcx-header", at: 3)
    }
}
