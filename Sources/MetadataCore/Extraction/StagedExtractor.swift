/// A reader that tells what it learned step by step, so that the first steps survive when a later one ends the process.
///
/// Cheap and certain things come first. In process the stages are simply put together.
public protocol StagedExtractor: Extractor {
    /// Reads what it can, in stages.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: What they are; one of `formats`.
    ///   - options: Limits and policies.
    ///   - stage: Called after each step but the last, with the step's name and what was learned since the one before;
    ///     from any thread, but never twice at once and never after the reader returned.
    /// - Returns: What was learned since the last call of `stage`.
    func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions,
        stage: @escaping @Sendable (_ name: String, Extraction) -> Void
    ) async -> Extraction
}

extension StagedExtractor {
    /// Puts the stages together.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        let stages = Guarded(Extraction())
        let last = await extract(from: source, as: format, options: options) { _, learned in
            stages.withLock { $0.merge(learned) }
        }
        var whole = stages.withLock { $0 }
        whole.merge(last)
        return whole
    }
}
