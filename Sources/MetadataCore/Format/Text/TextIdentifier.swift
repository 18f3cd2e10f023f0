/// Tells kinds of text: by structure, by first characters, by shape, and where none decides by the hint.
enum TextIdentifier {
    /// The most bytes that are looked at: 64 KiB.
    private static let mostBytes = 65_536

    /// The kind of text; nil when the bytes are binary.
    static func identify(_ sample: Sample, hint: FormatHint?) -> FormatIdentification? {
        let sample = Sample(head: sample.head.prefix(mostBytes), source: sample.source)
        guard let survey = TextSurvey(sample) else { return nil }
        let content = survey.characters(sample.head)
        let isWhole = sample.head.count == sample.byteCount && !survey.isCut(sample.head)
        var found = kind(of: content, isWhole: isWhole, sample)
        if let hint { settle(&found, by: hint) }
        found.confidence = min(found.confidence, survey.confidence)
        if found.mediaType.hasPrefix("text/"), !found.mediaType.contains(";") {
            found.mediaType += "; charset=\(survey.charset)"
        }
        return found
    }

    private static func kind(of content: ArraySlice<UInt8>, isWhole: Bool, _ sample: Sample) -> FormatIdentification {
        let trimmed = content.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        switch trimmed.first {
        case UInt8(ascii: "<"):
            if let found = MarkupLook.identify(trimmed, tail: isWhole ? trimmed.suffix(256) : sample.tail(256)) {
                return found
            }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if let found = JSONLook.identify(trimmed, isWhole: isWhole) { return found }
        default: break
        }
        let text = Sample(head: content, source: sample.source)
        if var found = SignatureIndex.text.identify(text) {
            found.basis = "text: \(found.basis)"
            found.confidence = min(found.confidence, 0.9)
            return found
        }
        return TextLooks.settings(trimmed) ?? table(content) ?? plain(content)
    }

    private static func table(_ content: ArraySlice<UInt8>) -> FormatIdentification? {
        guard let shape = TableShape(content) else { return nil }
        let basis = "text: \(shape.recordCount) lines of \(shape.fieldCount) fields"
        return FormatIdentification(
            shape.delimiter == 0x09 ? .tsv : .csv, basis: basis, confidence: 0.6, mayBeTable: true)
    }

    private static func plain(_ content: ArraySlice<UInt8>) -> FormatIdentification {
        FormatIdentification(.text, basis: "text", confidence: 0.5, mayBeTable: TableShape.hasDelimiter(content))
    }

    // MARK: - Hints

    /// Lets a name or a declared type choose between kinds of text that the bytes do not tell apart.
    private static func settle(_ found: inout FormatIdentification, by hint: FormatHint) {
        let candidates = hint.formatsByName + hint.formatsByDeclaration
        guard found.confidence < 0.8 || !candidates.contains(found.format),
            let chosen = candidates.first(where: { canSettle(found, as: $0) })
        else { return }
        let source = hint.formatsByName.contains(chosen) ? "named .\(hint.fileExtension ?? "")" : "declared"
        found = FormatIdentification(
            chosen, basis: "\(found.basis), \(source)", confidence: 0.7, mayBeTable: chosen.kind == .table)
    }

    private static func canSettle(_ found: FormatIdentification, as format: FileFormat) -> Bool {
        guard format != found.format, format != .text, let entry = FormatTable.entry(of: format) else { return false }
        guard entry.kind == .text || entry.kind == .table, !isProvable(entry) else { return false }
        return found.confidence < 1 || entry.general == found.format
            || (found.format == .json && format == .ndjson)
    }

    /// Formats whose first characters are prescribed.
    private static let provable: Set<String> = ["vcard", "icalendar", "webvtt", "genomevcf", "rtf", "dxf", "diff"]

    /// Whether content of this format would have shown itself: then a name alone does not make it.
    private static func isProvable(_ entry: FormatEntry) -> Bool {
        entry.format == .json || entry.format == .xml || entry.format == .html
            || provable.contains(entry.format.rawValue) || entry.marks.contains { $0.0 == .root }
            || entry.general == .xml
    }
}
