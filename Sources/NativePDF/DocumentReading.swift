import MetadataCore

/// The reading of one document: cheap and certain things first, so that what was found survives a later end.
struct DocumentReading {
    /// Page sizes are read of the first so many pages; scripts and signatures are looked for in documents of so many.
    static let sizedPageCount = 1_000
    /// In a document of more pages no page is opened: finding the first one would list them all.
    static let openedPageCount = 20_000
    /// Fields of a form are looked for on the first so many pages.
    static let formPageCount = 32

    let limits: Limits
    let isCancelled: () -> Bool
    /// Takes what one step learned, with the step's name.
    let stage: (String, Extraction) -> Void

    /// Reads all of a source.
    ///
    /// - Returns: What was learned since the last stage.
    func read(_ source: any ByteSource) -> Extraction {
        var extraction = Extraction()
        do throws(ExtractionError) {
            try read(source, into: &extraction)
        } catch {
            extraction.report(error, .error)
        }
        return extraction
    }

    private func read(_ source: any ByteSource, into extraction: inout Extraction) throws(ExtractionError) {
        _ = PopplerLog.drain()
        guard source.byteCount > 0 else { throw ExtractionError(.empty, "the file has no bytes", at: 0) }
        if source.byteCount <= limits.inMemoryByteCount {
            let bytes = try source.read(0..<source.byteCount)
            // The document is released inside the closure, before the bytes are.
            unsafe bytes.withUnsafeBytes { buffer in
                report(source.byteCount, into: &extraction, stage: stage) { () throws(PopplerFailure) in
                    try unsafe PopplerFile(unownedBytes: buffer)
                }
            }
        } else if let descriptor = source.fileDescriptor {
            report(source.byteCount, into: &extraction, stage: stage) { () throws(PopplerFailure) in
                try PopplerFile(descriptor: descriptor)
            }
        } else {
            read(SourceStream(source, budget: limits.inMemoryByteCount), into: &extraction)
        }
    }

    /// In one piece: whether all bytes could be had is known at the end only.
    private func read(_ stream: SourceStream, into extraction: inout Extraction) {
        var last = Extraction()
        report(stream.byteCount, into: &last, stage: { extraction.merge($1) }) { () throws(PopplerFailure) in
            try PopplerFile(stream)
        }
        extraction.merge(last)
        guard let failure = stream.failure else { return }
        // What poppler says of bytes that it could not have is no verdict on the document.
        if extraction.findings.isEmpty { extraction.issues.removeAll() }
        extraction.report(failure, extraction.findings.isEmpty ? .error : .warning)
    }

    private func report(
        _ byteCount: Int, into extraction: inout Extraction, stage: (String, Extraction) -> Void,
        _ open: () throws(PopplerFailure) -> PopplerFile
    ) {
        do throws(PopplerFailure) {
            let file = try open()
            var report = DocumentReport(byteCount: byteCount, limits: limits)
            report.describe(file, isCancelled: isCancelled, stage: stage)
            extraction.merge(report.extraction)
        } catch {
            FailureReport(failure: error, log: PopplerLog.drain(), byteCount: byteCount).add(to: &extraction)
        }
    }
}
