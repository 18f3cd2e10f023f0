public import MetadataCore

/// Reads XMP packets: capture time, camera and lens, title, description, creator, keywords and rating.
///
/// ```swift
/// let extraction = await XMPExtractor().extract(from: packet, as: .xmp, options: ExtractionOptions())
/// ```
///
/// The packet is parsed as XML without a document type: no entity is expanded but the five of XML itself and character
/// references. Depth, elements and bytes are bounded by `limits`. Follows ISO 16684-1:2019 and, for which property means
/// what, the guidelines of the Metadata Working Group, version 2.0.
public struct XMPExtractor: Extractor {
    /// `swift-xmp`.
    public let name = "swift-xmp"
    /// XMP packets.
    public let formats: Set<FileFormat> = [.xmp]

    /// Makes a reader.
    public init() {}

    /// Reads the properties that a record has room for.
    ///
    /// - Parameters:
    ///   - source: The packet, in UTF-8 or UTF-16.
    ///   - format: ``FileFormat/xmp``.
    ///   - options: Limits.
    /// - Returns: What was found up to the first damage, and an issue for that.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        do throws(ExtractionError) {
            let packet = try XMPPacket(source, limits: options.limits)
            var graph = XMPGraph(limits: options.limits)
            do throws(ExtractionError) {
                try graph.read(packet.text)
            } catch {
                extraction.report(error, at: packet.isTranscoded ? nil : error.offset)
            }
            XMPVocabulary.interpret(graph, limits: options.limits, into: &extraction)
        } catch {
            extraction.report(error)
        }
        return extraction
    }
}

extension Extraction {
    fileprivate mutating func report(_ error: ExtractionError, at offset: Int?) {
        report(error.code, .warning, offset: offset, error.message)
    }
}
