internal import MetadataCore

/// Reads what a MakerNote says of lens, serial number and time zone.
///
/// A note is the maker's own affair: what is odd in it is passed over in silence, and what is read must look like what
/// it should be.
struct MakerNoteReader {
    private let layout: MakerNoteLayout
    private let header: TIFFFileHeader
    private let start: Int
    private let origin: Int
    private var bytes: TIFFBytes

    /// More entries than any maker writes.
    private static let entryLimit = 512
    /// No value that is read is longer; previews and raw data are.
    private static let valueByteLimit = 4_096

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - layout: How the note is laid out.
    ///   - note: The note.
    ///   - start: Where it stands in the structure around it.
    ///   - order: The byte order of that structure.
    /// - Throws: ``ExtractionError`` when the note is too short for its layout.
    init(
        _ layout: MakerNoteLayout, _ note: ArraySlice<UInt8>, at start: Int, order: ByteOrder
    ) throws(ExtractionError) {
        self.layout = layout
        let marked = layout.orderMark.flatMap { try? TIFFFileHeader.order(in: note, at: $0) }
        let order = layout.fixedOrder ?? marked ?? order
        switch layout.base {
        case .structure:
            header = TIFFFileHeader(order: order, firstDirectory: layout.directory)
            origin = layout.maker == .canon ? Self.canonOrigin(of: note) ?? start : start
            (bytes, self.start) = (try TIFFBytes(MemorySource(note)), start)
        case .note:
            header = TIFFFileHeader(order: order, firstDirectory: layout.directory)
            (bytes, self.start, origin) = (try TIFFBytes(MemorySource(note)), start, 0)
        case .header(let distance):
            let inner = note.dropFirst(distance)
            header = try TIFFFileHeader(parsing: inner.prefix(16), isLenient: false)
            (bytes, self.start, origin) = (try TIFFBytes(MemorySource(inner)), start + distance, 0)
        }
    }

    /// Canon's notes end with a TIFF header that says where the camera put them: programs that move a note leave its
    /// offsets as they were.
    private static func canonOrigin(of note: ArraySlice<UInt8>) -> Int? {
        try? TIFFFileHeader(parsing: note.suffix(8), isLenient: false).firstDirectory
    }

    /// Reads the note. Where EXIF itself or an earlier row gave a lens or a serial number, the note is not asked.
    ///
    /// - Parameters:
    ///   - model: The camera's model.
    ///   - extraction: What was learned of the structure around the note.
    mutating func read(model: String, into extraction: inout Extraction) {
        let top = directory(at: header.firstDirectory)
        let values = values(of: top, model: model)
        var known = Set(extraction.findings.map(\.field)).subtracting([.imageCaptureOffset])
        for row in MakerNoteVocabulary.rows where row.maker == layout.maker && !known.contains(row.field) {
            guard let entry = entry(on: row.path, from: top, values), let text = row.decode(entry, values) else {
                continue
            }
            known.insert(row.field)
            extraction.find(
                row.field, .string(text), source: Finding.Source(rawValue: "makernote-\(layout.maker.rawValue)"),
                offset: entry.offset.map { start + $0 }, confidence: row.confidence)
        }
    }

    private mutating func values(of entries: [TIFFEntry], model: String) -> MakerNoteValues {
        var values: [EXIFTag: EXIFEntry] = [:]
        for entry in entries where values[entry.tag] == nil { values[entry.tag] = value(of: entry) }
        return MakerNoteValues(model: model, entries: values)
    }

    private mutating func entry(on path: [EXIFTag], from top: [TIFFEntry], _ values: MakerNoteValues) -> EXIFEntry? {
        guard let tag = path.last else { return nil }
        guard path.count > 1 else { return values[tag] }
        let place = path.dropLast().reduce(top) { entries, tag in child(tag, of: entries) }
        return place.first { $0.tag == tag }.flatMap { value(of: $0) }
    }

    /// The directory that an entry points at, or holds.
    private mutating func child(_ tag: EXIFTag, of entries: [TIFFEntry]) -> [TIFFEntry] {
        guard let entry = entries.first(where: { $0.tag == tag }) else { return [] }
        if entry.type == .undefined { return directory(at: entry.offset) }
        guard let offset = value(of: entry)?.integer() else { return [] }
        return directory(at: offset - origin)
    }

    private mutating func directory(at offset: Int) -> [TIFFEntry] {
        guard let countBytes = try? bytes.read(2, at: offset) else { return [] }
        var reader = ByteReader(countBytes.span)
        guard let count = try? Int(reader.read(UInt16.self, header.order)), count <= Self.entryLimit,
            let rows = try? bytes.read(count * header.layout.entryByteCount, at: offset + 2)
        else { return [] }
        var table = TIFFEntryTable(
            directory: TIFFDirectory(kind: .exif, offset: offset), header: header, start: offset + 2, count: count,
            sourceByteCount: bytes.byteCount, severity: .note, origin: origin)
        _ = table.parse(rows) { tag, _ in MakerNoteVocabulary.tags.contains(tag) }
        return table.directory.entries
    }

    private mutating func value(of entry: TIFFEntry) -> EXIFEntry? {
        guard entry.byteCount <= Self.valueByteLimit else { return nil }
        return try? bytes.value(of: entry, in: .exif, order: header.order)
    }
}
