import MetadataCore

/// The reading of one document: cheap and certain things first, so that what was found survives a later end.
struct DocumentReading {
    /// Page sizes are read of the first so many pages.
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
                report(into: &extraction) { () throws(PopplerFailure) in
                    try unsafe PopplerFile(unownedBytes: buffer)
                }
            }
        } else if let descriptor = source.fileDescriptor {
            report(into: &extraction) { () throws(PopplerFailure) in try PopplerFile(descriptor: descriptor) }
        } else {
            let message =
                "\(source.byteCount) bytes without a descriptor, \(limits.inMemoryByteCount) allowed in memory"
            throw .limitExceeded(message, at: nil)
        }
    }

    private func report(into extraction: inout Extraction, _ open: () throws(PopplerFailure) -> PopplerFile) {
        do throws(PopplerFailure) {
            let file = try open()
            var report = DocumentReport(limits: limits)
            report.describe(file, isCancelled: isCancelled)
            extraction.merge(report.extraction)
        } catch {
            FailureReport(failure: error, log: PopplerLog.drain()).add(to: &extraction)
        }
    }
}

/// What a record says of a document that did not open.
struct FailureReport {
    let failure: PopplerFailure
    let log: PopplerLog

    /// Adds what is known: that a password is needed, or why there is no document.
    func add(to extraction: inout Extraction) {
        guard failure.code == .encrypted else {
            let reason = log.first.map { ": \($0.text)" } ?? ""
            extraction.report(failure.code, .error, offset: log.first?.offset, "poppler: \(failure.message)\(reason)")
            return
        }
        extraction.find(.documentEncrypted, .boolean(true), source: "poppler")
        extraction.find(.documentNeedsPassword, .boolean(true), source: "poppler")
        extraction.report(.encrypted, .warning, "the document cannot be opened without a password")
    }
}
