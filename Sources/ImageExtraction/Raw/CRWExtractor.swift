public import MetadataCore

/// Reads Canon CRW: size, camera and capture time in its heap (Canon, "CIFF Specification on Image Data File", 1.0r4).
///
/// The format has no EXIF; its records are read here. Directories nest to `Limits.depth` at most.
public struct CRWExtractor: ContainerExtractor {
    /// `swift-crw`.
    public let name = "swift-crw"
    /// `crw`.
    public let formats: Set<FileFormat> = [.crw]

    /// Makes a reader.
    public init() {}

    /// Reads what the container says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `crw`.
    ///   - options: Limits and policies.
    /// - Returns: Size, camera and capture time; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.peekBytes(14).dropFirst(6).elementsEqual("HEAPCCDR".utf8) else {
            throw .corrupt("no CRW signature", at: 0)
        }
        let order: ByteOrder = try scan.reader.read(UInt16.self) == 0x4949 ? .little : .big
        let heapStart = Int(try scan.reader.read(UInt32.self, order))
        guard heapStart < scan.byteCount else { throw .truncated(at: scan.byteCount, needed: heapStart) }
        let heap = CIFFHeap(order: order)
        try heap.readDirectory(in: heapStart..<scan.byteCount, depth: 0, &scan)
    }
}
