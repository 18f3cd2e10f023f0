/// A reader that is cheaper to ask about a file and what stands inside it at once: it stands for readers in another
/// process.
package protocol BundlingExtractor: Extractor {
    /// Reads what it can of each source.
    ///
    /// - Parameters:
    ///   - sources: A file and blocks inside it, or some of these.
    ///   - options: Limits and policies.
    /// - Returns: As many extractions, in the same order.
    func extract(from sources: [TypedSource], options: ExtractionOptions) async -> [Extraction]
}

/// Bytes of a known format.
package struct TypedSource: Sendable {
    package let source: any ByteSource
    package let format: FileFormat
    /// Where the bytes stand in the file, 0 for the file itself; nil when they do not stand there as they are.
    package let offset: Int?

    /// Says what bytes are.
    package init(_ source: any ByteSource, _ format: FileFormat, offset: Int? = nil) {
        self.source = source
        self.format = format
        self.offset = offset
    }
}
