public import MetadataCore

/// Reads the size of SVG drawings from the root element (SVG 2, 8.2 and 8.12; CSS Values 4, 6.2).
///
/// `width` and `height` in absolute units become CSS pixels, 96 to the inch, rounded; where one is missing or relative,
/// `viewBox` says it. Only the first 64 KiB are looked at, entities are not expanded, and nothing behind the root's
/// start tag is read.
public struct SVGExtractor: ContainerExtractor {
    /// `swift-svg`.
    public let name = "swift-svg"
    /// `svg`.
    public let formats: Set<FileFormat> = [.svg]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `svg`.
    ///   - options: Limits and policies.
    /// - Returns: The size; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// How far into the file the root element is looked for.
    private static let headByteCount = 65_536

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var markup = SVGMarkup(try scan.reader.peekBytes(Self.headByteCount))
        guard let root = markup.nextElement(), root.localName == "svg" else {
            throw .corrupt("no svg element in the first \(Self.headByteCount) bytes", at: 0)
        }
        guard let size = SVGSize(root.attributes) else {
            scan.extraction.report(
                .unsupported, .note, offset: root.offset, field: .imageStoredWidth, "the drawing has no size of its own"
            )
            return
        }
        scan.findSize(size.width, size.height, from: "svg-root", at: root.offset)
    }
}
