internal import MetadataCore

extension TIFFWalker {
    /// Whether a tag is needed for EXIF's own fields or for MakerNotes.
    static func speaks(of tag: EXIFTag, in directory: EXIFDirectory) -> Bool {
        tag == .makerNote ? directory == .exif : EXIFVocabulary.speaks(of: tag, in: directory)
    }

    /// Reads the first MakerNote, if its maker is known.
    mutating func readMakerNote(into extraction: inout Extraction) {
        guard let exif = directories.first(where: { $0.kind == .exif }), let note = exif.entry(.makerNote) else {
            return
        }
        let make = extraction.text(of: .imageCameraMake)
        guard let content = bytes(min(note.byteCount, Self.makerNoteByteLimit), at: note.offset),
            let layout = MakerNoteLayout.of(content.prefix(16), make: make),
            var reader = try? MakerNoteReader(layout, content, at: note.offset, order: header.order)
        else { return }
        reader.read(model: extraction.text(of: .imageCameraModel), into: &extraction)
    }

    /// Directories stand at the start of a note; what follows are previews and raw data.
    private static var makerNoteByteLimit: Int { 1 << 20 }
}

extension Extraction {
    /// The first text that was found for a field; empty when there is none.
    fileprivate func text(of field: Field) -> String {
        findings.first { $0.field == field }?.value.string ?? ""
    }
}
