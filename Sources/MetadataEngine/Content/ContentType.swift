internal import CSVSniffing
internal import MetadataCore

/// What a source is, and whether it is to be read as a table.
struct ContentType {
    private(set) var format: FileFormat
    private(set) var mediaType: String
    private(set) var basis: String
    private(set) var issues: [Issue] = []

    /// How much text without a table's name must look like one.
    private static let tableLikelihood = 0.5

    init(of source: HeadedSource, hint: FormatHint) {
        var found = FormatIdentification.identify(source, head: source.head, hint: hint)
        if found.mayBeTable, !Self.tables.contains(found.format), Self.looksLikeTable(source.head) {
            found = FormatIdentification(.csv, basis: "text: rows of equal shape", confidence: Self.tableLikelihood)
        }
        format = found.format
        mediaType = Self.tables.contains(found.format) ? found.format.mediaType : found.mediaType
        basis = found.basis
        issues = [found.mismatch(with: hint), Self.emptiness(of: source)].compactMap(\.self)
    }

    /// Whether the content is delimited text.
    var isTable: Bool { Self.tables.contains(format) }

    private static let tables: Set<FileFormat> = [.csv, .tsv]

    private static func looksLikeTable(_ head: ArraySlice<UInt8>) -> Bool {
        let sample = head.prefix(65_536)
        return CSVSniffer.likelihood(ofTableIn: sample.span) >= tableLikelihood
    }

    private static func emptiness(of source: HeadedSource) -> Issue? {
        guard source.byteCount == 0 else { return nil }
        return Issue(.empty, .note, stage: .identify, detail: "the file has no bytes")
    }
}
