import MetadataCore

/// Turns what a library said into findings and notes.
struct LibraryReport {
    let library: String
    let header: LibraryHeader
    let outcome: LibraryOutcome

    /// Adds all that is known.
    func add(to extraction: inout Extraction) {
        addFindings(to: &extraction)
        addOutcome(to: &extraction)
        guard header.warningCount > 0 else { return }
        let times = header.warningCount == 1 ? "once" : "\(header.warningCount) times, first"
        extraction.report(.corrupt, .note, "\(library) warned \(times): \(header.warning)")
    }

    private func addFindings(to extraction: inout Extraction) {
        guard header.width > 0, header.height > 0 else { return }
        let source = Finding.Source(rawValue: library)
        extraction.find(.imageStoredWidth, .integer(header.width), source: source)
        extraction.find(.imageStoredHeight, .integer(header.height), source: source)
        if header.bitDepth > 0 { extraction.find(.imageBitDepth, .integer(header.bitDepth), source: source) }
        if header.channels > 0 { extraction.find(.imageChannels, .integer(header.channels), source: source) }
        guard let model = header.colorModel else { return }
        extraction.find(.imageColorModel, .string(model), source: source)
        extraction.find(.imageAlpha, .boolean(header.hasAlpha), source: source)
    }

    /// A refusal is a note: the Swift reader of the same bytes decides what is damage.
    private func addOutcome(to extraction: inout Extraction) {
        switch outcome {
        case .ended(.done, _):
            break
        case .ended(.noMemory, let offset):
            extraction.report(.limitExceeded, .note, offset: offset, "\(library) has no memory")
        case .ended(.unsupported, let offset):
            extraction.report(.unsupported, .note, offset: offset, "\(library): \(header.error)")
        case .ended(_, let offset):
            let message = header.error.isEmpty ? "a segment is longer than the format allows" : header.error
            extraction.report(.corrupt, .note, offset: offset, "\(library): \(message)")
        case .truncated(let offset):
            extraction.report(.truncated, .note, offset: offset, "\(library): the file ends inside the header")
        case .limit(let offset):
            extraction.report(.limitExceeded, .note, offset: offset, "\(library): the header was not read to its end")
        case .failed(let error):
            extraction.report(error, .warning)
        }
    }
}
