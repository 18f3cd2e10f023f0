internal import ImageExtraction
internal import PDFExtraction

extension ExtractionEngine {
    /// The engine with all readers of this package that need no native library, and those that the caller adds.
    ///
    /// ```swift
    /// let engine = ExtractionEngine.standard()
    /// let record = try await engine.record(of: "photo.jpg").record
    /// ```
    ///
    /// - Parameters:
    ///   - native: Readers that wrap native libraries, such as those of the modules `NativeImage`, `NativeEXIF` and
    ///     `NativePDF`; they are asked after the Swift readers.
    ///   - options: Limits and policies.
    /// - Returns: An engine that reads every format that its readers know.
    public static func standard(
        native: [any Extractor] = [], options: ExtractionOptions = ExtractionOptions()
    ) -> ExtractionEngine {
        ExtractionEngine(extractors: [PDFExtractor()] + ImageExtractors.all + native, options: options)
    }
}
