public import MetadataCore

/// Reads OpenEXR: the header of the first part (OpenEXR File Layout, "Header").
///
/// The size is the data window's, or the display window's where there is none.
public struct EXRExtractor: ContainerExtractor {
    /// `swift-exr`.
    public let name = "swift-exr"
    /// `exr`.
    public let formats: Set<FileFormat> = [.exr]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `exr`.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        guard try scan.reader.read(UInt32.self) == 0x762F_3101 else { throw .corrupt("no OpenEXR signature", at: 0) }
        try scan.reader.skip(4)
        var header = EXRHeader()
        defer { header.finish(&scan) }
        while try header.readAttribute(&scan) {}
    }
}
