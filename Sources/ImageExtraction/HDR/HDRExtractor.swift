public import MetadataCore

/// Reads Radiance pictures (Radiance file formats, "Picture File Format").
///
/// The resolution line names the slow axis first; its number is the stored height.
public struct HDRExtractor: ContainerExtractor {
    /// `swift-hdr`.
    public let name = "swift-hdr"
    /// `hdr`.
    public let formats: Set<FileFormat> = [.hdr]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `hdr`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour and orientation; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// A header that is longer than this has no resolution line.
    private static let headerByteCount = 65_536
    /// EXIF's orientation by the axes of the resolution line.
    private static let orientations: [String: Int] = [
        "-Y+X": 1, "-Y-X": 2, "+Y-X": 3, "+Y+X": 4, "+X-Y": 5, "-X-Y": 6, "-X+Y": 7, "+X+Y": 8,
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        let head = try scan.reader.peekBytes(Self.headerByteCount)
        guard head.starts(with: "#?".utf8) else { throw .corrupt("no Radiance signature", at: 0) }
        for line in head.split(separator: 0x0A, omittingEmptySubsequences: false)
        where "+-".utf8.contains(line.first ?? 0) {
            try scan.enterElement()
            let words = String(decoding: line.prefix(64), as: UTF8.self).split(separator: " ")
            guard words.count >= 4, let orientation = Self.orientations[String(words[0] + words[2])],
                let height = Int(words[1]), let width = Int(words[3])
            else { continue }
            let offset = line.startIndex - head.startIndex
            scan.findSize(width, height, from: "hdr-resolution", at: offset)
            scan.extraction.find(
                .imageContainerOrientation, .integer(orientation), source: "hdr-resolution", offset: offset)
            return scan.findColor(
                model: "rgb", bitDepth: 32, channels: 3, alpha: false, from: "hdr-resolution", at: offset)
        }
        throw ExtractionError(.truncated, "no resolution line", at: head.count)
    }
}
