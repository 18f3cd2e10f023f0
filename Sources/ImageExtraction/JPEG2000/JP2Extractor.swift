public import MetadataCore

/// Reads JPEG 2000, as JP2 and JPX files and as bare codestreams (ISO/IEC 15444-1, annexes A and I).
///
/// EXIF and XMP are read from the `uuid` boxes that Adobe and ExifTool write.
public struct JP2Extractor: ContainerExtractor {
    /// `swift-jp2`.
    public let name = "swift-jp2"
    /// `jp2`, `j2k`.
    public let formats: Set<FileFormat> = [.jp2, .j2k]

    /// Makes a reader.
    public init() {}

    /// Reads the header, and the metadata boxes of a file.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `jp2` or `j2k`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, resolution; the EXIF, XMP and ICC blocks; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        let head = try scan.reader.peekBytes(4)
        if head.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) { return try readCodestream(&scan) }
        let end = scan.byteCount
        try walkBoxes(&scan, before: end, depth: 0)
    }

    private func walkBoxes(_ scan: inout ImageScan, before end: Int, depth: Int) throws(ExtractionError) {
        guard depth < scan.limits.depth else { throw .limitExceeded("boxes nest too deep", at: scan.reader.offset) }
        try scan.forEachBox(before: end) { scan, box throws(ExtractionError) in
            switch box.type {
            case "jp2h", "res ": try walkBoxes(&scan, before: box.end, depth: depth + 1)
            case "jp2c":
                guard scan.extraction.findings.isEmpty else { break }
                try readCodestream(&scan)
            default: try JP2Box.readers[box.type]?(&scan, box)
            }
            return true
        }
    }
}

// MARK: - Codestream

extension JP2Extractor {
    /// Reads SOC and SIZ (A.5.1): the reference grid's size and offset, then the components.
    private func readCodestream(_ scan: inout ImageScan) throws(ExtractionError) {
        let start = scan.reader.offset
        guard try scan.reader.read(UInt32.self) == 0xFF4F_FF51 else { throw .corrupt("no SIZ marker", at: start) }
        try scan.reader.skip(4)
        let offset = scan.reader.offset
        let right = Int(try scan.reader.read(UInt32.self))
        let bottom = Int(try scan.reader.read(UInt32.self))
        let left = Int(try scan.reader.read(UInt32.self))
        let top = Int(try scan.reader.read(UInt32.self))
        scan.findSize(right - left, bottom - top, from: "jp2-siz", at: offset)
        try scan.reader.skip(16)
        let channels = Int(try scan.reader.read(UInt16.self))
        let depth = Int(try scan.reader.read(UInt8.self) & 0x7F) + 1
        scan.findColor(bitDepth: depth, channels: channels, from: "jp2-siz", at: offset + 32)
    }
}
