internal import MetadataCore

/// What was learned of a document, in the making.
struct DocumentReport {
    private(set) var extraction = Extraction()
    /// The beginning of all sources: `pdf-`, or `repair-` when the structure had to be rebuilt.
    var origin = "pdf-"
    private let limits: Limits
    private let byteCount: Int

    /// Starts an empty report on a file of so many bytes.
    init(limits: Limits, byteCount: Int) {
        self.limits = limits
        self.byteCount = byteCount
    }

    /// Adds a value that the file's structure tells.
    mutating func find(_ field: Field, _ value: FieldValue?, _ structure: String, offset: Int? = nil) {
        guard let value else { return }
        extraction.find(field, value, source: .init(rawValue: origin + structure), offset: offset)
    }

    /// Adds text, cut to its limit.
    mutating func find(_ field: Field, text: String, _ structure: String, offset: Int? = nil) {
        guard limits.textByteCount > 0 else { return }
        let cut = text.cut(toByteCount: limits.textByteCount)
        guard !cut.isEmpty else { return }
        find(field, .string(cut), structure, offset: offset)
        guard cut.utf8.count < text.utf8.count else { return }
        let detail = "the text is longer than \(limits.textByteCount) bytes"
        extraction.report(.limitExceeded, .note, offset: offset, field: field, detail)
    }

    /// Adds a value that stands in XMP.
    mutating func find(_ field: Field, xmp text: String) {
        let cut = text.cut(toByteCount: limits.textByteCount)
        guard !cut.isEmpty else { return }
        extraction.find(field, .string(cut), source: "xmp", confidence: 0.9)
    }

    /// Whether something could not be read because it is damaged.
    var hasDamage: Bool {
        extraction.issues.contains { $0.severity != .note && ($0.code == .corrupt || $0.code == .truncated) }
    }

    /// Says that something needs not be told; the record stays complete.
    mutating func note(_ code: Issue.Code, field: Field? = nil, _ detail: String) {
        extraction.report(code, .note, field: field, detail)
    }

    /// Says what ended one part of the reading. What broke a limit is not for native readers either.
    mutating func report(_ error: ExtractionError, _ severity: Issue.Severity = .warning, field: Field? = nil) {
        let offset = error.offset.flatMap { (0...byteCount).contains($0) ? $0 : nil }
        extraction.report(error.code, severity, offset: offset, field: field, error.message)
        if error.code == .limitExceeded { extraction.secondOpinion = .hazardous }
    }

    /// Says that the caller's bound on ranges left something unread, which says nothing against the file.
    mutating func exhausted(_ error: ExtractionError) {
        guard !extraction.issues.contains(where: { $0.detail == error.message }) else { return }
        note(error.code, error.message)
    }

    /// Says that the structure had to be rebuilt, and why.
    mutating func repaired(_ damage: ExtractionError) {
        let detail = "the structure was rebuilt by a scan: \(damage.message)"
        let offset = damage.offset.flatMap { (0...byteCount).contains($0) ? $0 : nil }
        extraction.report(.repaired, .warning, offset: offset, detail)
    }

    /// Says that native readers can add nothing.
    mutating func conclude() {
        guard extraction.secondOpinion == .useful else { return }
        guard !extraction.issues.contains(where: { $0.severity != .note && $0.code != .encrypted }) else { return }
        extraction.secondOpinion = .needless
    }
}

extension String {
    /// The longest beginning of whole characters of Unicode that has at most so many bytes of UTF-8.
    fileprivate func cut(toByteCount count: Int) -> String {
        guard utf8.count > count else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: max(0, count), limitedBy: utf8.endIndex) ?? utf8.endIndex
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
