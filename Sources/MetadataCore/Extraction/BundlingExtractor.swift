/// A reader that is cheaper to ask about several sources at once: it stands for readers in another process.
package protocol BundlingExtractor: Extractor {
    /// Reads what it can of each source.
    ///
    /// - Parameters:
    ///   - sources: The bytes and what they are.
    ///   - options: Limits and policies.
    /// - Returns: As many extractions, in the same order.
    func extract(from sources: [TypedSource], options: ExtractionOptions) async -> [Extraction]
}

/// Bytes of a known format.
package struct TypedSource: Sendable {
    package let source: any ByteSource
    package let format: FileFormat

    /// Says what bytes are.
    package init(_ source: any ByteSource, _ format: FileFormat) {
        self.source = source
        self.format = format
    }
}
