import MetadataCore

/// What a record says of a document that did not open.
struct FailureReport {
    let failure: PopplerFailure
    let log: PopplerLog
    let byteCount: Int

    /// Adds what is known: that a password is needed, or why there is no document.
    func add(to extraction: inout Extraction) {
        guard failure.code == .encrypted else {
            let reason = log.first.map { ": \($0.text)" } ?? ""
            let offset = log.first?.offset(within: byteCount)
            extraction.report(failure.code, .error, offset: offset, "poppler: \(failure.message)\(reason)")
            return
        }
        extraction.find(.documentEncrypted, .boolean(true), source: "poppler")
        extraction.find(.documentNeedsPassword, .boolean(true), source: "poppler")
        extraction.report(.encrypted, .warning, "the document cannot be opened without a password")
    }
}
