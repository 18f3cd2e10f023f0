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

    /// Reads all of a source.
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
                report(source.byteCount, into: &extraction) { () throws(PopplerFailure) in
                    try unsafe PopplerFile(unownedBytes: buffer)
                }
            }
        } else if let descriptor = source.fileDescriptor {
            report(source.byteCount, into: &extraction) { () throws(PopplerFailure) in
                try PopplerFile(descriptor: descriptor)
            }
        } else {
            let stream = SourceStream(source, budget: limits.inMemoryByteCount)
            report(source.byteCount, into: &extraction) { () throws(PopplerFailure) in try PopplerFile(stream) }
            guard let failure = stream.failure else { return }
            // What poppler says of bytes that it could not have is no verdict on the document.
            if extraction.findings.isEmpty { extraction.issues.removeAll() }
            extraction.report(failure, extraction.findings.isEmpty ? .error : .warning)
        }
    }

    private func report(
        _ byteCount: Int, into extraction: inout Extraction, _ open: () throws(PopplerFailure) -> PopplerFile
    ) {
        do throws(PopplerFailure) {
            let file = try open()
            var report = DocumentReport(byteCount: byteCount, limits: limits)
            report.describe(file, isCancelled: isCancelled)
            extraction.merge(report.extraction)
        } catch {
            FailureReport(failure: error, log: PopplerLog.drain(), byteCount: byteCount).add(to: &extraction)
        }
    }
}
