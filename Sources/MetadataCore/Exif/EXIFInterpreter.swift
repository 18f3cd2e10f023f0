/// Says what the entries of a TIFF structure mean for a record, whoever read them.
///
/// ```swift
/// let extraction = EXIFInterpreter(entries, reader: .walker).extraction(limits: options.limits)
/// ```
///
/// Nothing is invented: blank text, zero where zero means unknown, fractions over 0, impossible dates and positions
/// are absent. Defaults of the specification are not filled in.
package struct EXIFInterpreter {
    /// Who read the entries; it names the source of the findings.
    package enum Reader: Sendable {
        /// Our own walker: the source names the directory, `exif-gps`.
        case walker
        /// A library: the source is its name.
        case library(Finding.Source)
    }

    private let reader: Reader
    /// In the order of their tags, and of reading.
    private let common: [EXIFEntry]
    private let positional: [EXIFEntry]

    /// Makes an interpreter.
    ///
    /// - Parameters:
    ///   - entries: The entries in the order of reading; where a tag is repeated, the first usable one counts.
    ///   - reader: Who read them.
    package init(_ entries: [EXIFEntry], reader: Reader) {
        self.reader = reader
        common = entries.filter { $0.directory.usesCommonTags }.sorted { $0.tag.rawValue < $1.tag.rawValue }
        positional = entries.filter { $0.directory == .gps }
    }

    /// Reads all that the entries say.
    ///
    /// - Parameter limits: The bound on the length of text.
    /// - Returns: The findings; a note for each value that its field cannot hold.
    package func extraction(limits: Limits) -> Extraction {
        var extraction = Extraction()
        for row in EXIFVocabulary.rows { read(row, limits: limits, into: &extraction) }
        readCaptureTime(into: &extraction)
        readLocation(into: &extraction)
        return extraction
    }

    private func read(_ row: EXIFVocabulary.Row, limits: Limits, into extraction: inout Extraction) {
        var refused: EXIFEntry?
        for entry in candidates(row.tag, home: row.home, staysHome: row.staysHome) {
            if let value = value(of: entry, as: row.meaning, limits: limits) {
                let confidence = entry.directory == row.home ? 1 : 0.9
                return add(row.field, value, from: entry, confidence: confidence, to: &extraction)
            }
            if refused == nil, row.meaning.isRefusalWorthSaying, !entry.isBlank { refused = entry }
        }
        guard let refused else { return }
        extraction.report(
            .invalidValue, .note, offset: refused.offset, field: row.field, "\(row.name) has no usable value")
    }

    private func value(of entry: EXIFEntry, as meaning: EXIFVocabulary.Meaning, limits: Limits) -> FieldValue? {
        switch meaning {
        case .text: return text(of: entry, limits: limits).map { .string($0) }
        case .orientation: return entry.integer().flatMap { (1...8).contains($0) ? .integer($0) : nil }
        case .positiveNumber: return entry.number().flatMap { $0 > 0 ? .number($0) : nil }
        case .positiveInteger: return entry.integer().flatMap { $0 > 0 ? .integer($0) : nil }
        case .sensitivity: return sensitivity(entry).map { .number($0) }
        case .flash: return entry.integer().map { .boolean($0 & 1 == 1) }
        case .resolutionUnit: return entry.integer().flatMap { Self.units[$0] }.map { .string($0) }
        }
    }

    private func text(of entry: EXIFEntry, limits: Limits) -> String? {
        let text = entry.text?.cut(toByteCount: limits.textByteCount) ?? ""
        return text.isEmpty ? nil : text
    }

    private static let units = [1: "none", 2: "inch", 3: "centimetre"]

    /// 65,535 is the largest that the tag can say; the larger truth stands in tags of 32 bits.
    private func sensitivity(_ entry: EXIFEntry) -> Double? {
        guard let value = entry.number(), value > 0 else { return nil }
        guard value == 65_535 else { return value }
        let larger = [EXIFTag.isoSpeed, .recommendedExposureIndex].lazy.compactMap { first($0)?.number() }
        return larger.first { $0 > 65_535 } ?? value
    }
}

// MARK: - Finding entries

extension EXIFInterpreter {
    /// The entries with a tag: those of its home directory, then the others in the order of reading.
    private func candidates(_ tag: EXIFTag, home: EXIFDirectory, staysHome: Bool = false) -> ArraySlice<EXIFEntry> {
        let entries = entries(with: tag)
        guard entries.contains(where: { $0.directory != home }) else { return entries }
        let atHome = entries.filter { $0.directory == home }
        return (staysHome ? atHome : atHome + entries.filter { $0.directory != home })[...]
    }

    private func entries(with tag: EXIFTag) -> ArraySlice<EXIFEntry> {
        var first = 0
        var end = common.count
        while first < end {
            let middle = (first + end) / 2
            if common[middle].tag.rawValue < tag.rawValue { first = middle + 1 } else { end = middle }
        }
        return common[first...].prefix { $0.tag == tag }
    }

    func first(_ tag: EXIFTag) -> EXIFEntry? {
        candidates(tag, home: .exif).first
    }

    /// The entries of a tag of the EXIF directory.
    func all(_ tag: EXIFTag) -> ArraySlice<EXIFEntry> {
        candidates(tag, home: .exif)
    }

    /// The first entry of a tag of the GPS directory.
    func position(_ tag: EXIFTag) -> EXIFEntry? {
        positional.first { $0.tag == tag }
    }

    func add(
        _ field: Field, _ value: FieldValue, from entry: EXIFEntry, confidence: Double = 1,
        to extraction: inout Extraction
    ) {
        let source: Finding.Source =
            switch reader {
            case .walker: entry.directory.exifSource
            case .library(let name): name
            }
        extraction.find(field, value, source: source, offset: entry.offset, confidence: confidence)
    }
}

extension EXIFVocabulary.Meaning {
    /// Whether an unusable value is damage: numbers of 0 and blank text are how writers say "unknown".
    fileprivate var isRefusalWorthSaying: Bool {
        switch self {
        case .orientation, .resolutionUnit, .flash: true
        case .text, .positiveNumber, .positiveInteger, .sensitivity: false
        }
    }
}

extension EXIFEntry {
    /// Whether the value says nothing: no bytes, or zeros only.
    fileprivate var isBlank: Bool { bytes.allSatisfy { $0 == 0 } }
}
