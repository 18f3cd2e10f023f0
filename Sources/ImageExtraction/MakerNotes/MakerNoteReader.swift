internal import MetadataCore

/// Reads what a MakerNote says of lens and time zone.
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
        switch layout.base {
        case .structure:
            header = TIFFFileHeader(order: order, firstDirectory: layout.directory)
            origin = layout.maker == .canon ? Self.canonOrigin(of: note) ?? start : start
            (bytes, self.start) = (try TIFFBytes(MemorySource(note)), start)
        case .note:
            let order = try TIFFFileHeader.order(in: note, at: layout.orderMark)
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

    /// Reads the note.
    mutating func read(into extraction: inout Extraction) {
        let entries = directory(at: header.firstDirectory)
        for row in MakerNoteVocabulary.rows where row.maker == layout.maker {
            let place = row.path.dropLast().reduce(entries) { entries, tag in child(tag, of: entries) }
            guard let tag = row.path.last, let entry = place.first(where: { $0.tag == tag }),
                let value = value(of: entry),
                let text = row.decode(value)
            else { continue }
            extraction.find(
                row.field, .string(text), source: Finding.Source(rawValue: "makernote-\(layout.maker.rawValue)"),
                offset: start + entry.offset, confidence: row.confidence)
        }
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
        try? bytes.value(of: entry, in: .exif, order: header.order)
    }
}
