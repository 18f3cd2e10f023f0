public import MetadataCore

/// Reads Apple icon images: the largest of them (Apple, `IconStorage.h`).
public struct ICNSExtractor: ContainerExtractor {
    /// `swift-icns`.
    public let name = "swift-icns"
    /// `icns`.
    public let formats: Set<FileFormat> = [.icns]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `icns`.
    ///   - options: Limits and policies.
    /// - Returns: Size and the number of images; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// The side of the square by type; older types that hold a mask or fewer colours count like the others.
    private static let sides: [FourCC: Int] = [
        "ICON": 32, "ICN#": 32, "icl4": 32, "icl8": 32, "il32": 32, "ics#": 16, "ics4": 16, "ics8": 16, "is32": 16,
        "ich#": 48, "ich4": 48, "ich8": 48, "ih32": 48, "it32": 128, "icp4": 16, "icp5": 32, "icp6": 64,
        "ic04": 16, "ic05": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1_024, "ic11": 32, "ic12": 64,
        "ic13": 256, "ic14": 512, "icsb": 18, "icsB": 36, "sb24": 24, "SB24": 48,
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.readFourCC() == "icns" else { throw .corrupt("no icns signature", at: 0) }
        let end = min(scan.byteCount, Int(try scan.reader.read(UInt32.self)))
        var largest = (side: 0, offset: 0)
        var count = 0
        defer {
            if largest.side > 0 {
                scan.findSize(largest.side, largest.side, from: "icns-type", at: largest.offset)
                scan.findFrames(count, from: "icns-type")
            }
        }
        while end - scan.reader.offset >= 8 {
            try scan.enterElement()
            let start = scan.reader.offset
            let side = Self.sides[try scan.reader.readFourCC()] ?? 0
            let byteCount = Int(try scan.reader.read(UInt32.self))
            guard byteCount >= 8 else { throw .corrupt("a block of \(byteCount) bytes", at: start) }
            count += side > 0 ? 1 : 0
            if side > largest.side { largest = (side, start) }
            guard start + byteCount <= scan.byteCount else {
                throw .truncated(at: scan.byteCount, needed: start + byteCount - scan.byteCount)
            }
            try scan.reader.seek(to: start + byteCount)
        }
    }
}
