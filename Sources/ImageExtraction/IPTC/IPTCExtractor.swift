public import MetadataCore

/// Reads IPTC metadata: when a picture was taken, title, creator, caption and keywords.
///
/// ```swift
/// let iptc = FileFormat(rawValue: "iptc")
/// let extraction = await IPTCExtractor().extract(from: block, as: iptc, options: ExtractionOptions())
/// ```
///
/// A block is a sequence of datasets, as TIFF has it, or of Photoshop's image resources that hold one, as JPEG has it.
/// Follows IPTC IIM 4.2, sections 1.5 and 2, and the Photoshop file format, "Image Resource Blocks".
public struct IPTCExtractor: Extractor {
    /// `swift-iptc`.
    public let name = "swift-iptc"
    /// IPTC datasets and Photoshop image resources.
    public let formats: Set<FileFormat> = [FileFormat(rawValue: "iptc")]

    /// Makes a reader.
    public init() {}

    /// Reads the datasets that a record has room for.
    ///
    /// - Parameters:
    ///   - source: The block.
    ///   - format: One of ``formats``.
    ///   - options: Limits.
    /// - Returns: What was found up to the first damage, and an issue for that.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        var record = IPTCRecord(limits: options.limits)
        do throws(ExtractionError) {
            let bytes = try source.head(options.limits.embeddedByteCount)
            let place = try IPTCResources.datasets(in: bytes, limits: options.limits)
            do throws(ExtractionError) {
                try record.read(bytes.dropFirst(place.lowerBound).prefix(place.count), at: place.lowerBound)
            } catch {
                // Padding and other programs' leavings often follow: what was complete before is whole.
                extraction.report(error, .note)
            }
        } catch {
            extraction.report(error)
        }
        record.interpret(into: &extraction)
        return extraction
    }
}
