internal import MetadataCore

/// What a note says, for meanings that take more than one entry.
struct MakerNoteValues {
    /// The camera's model, as the structure around the note says it.
    let model: String
    /// The entries of the note's first directory that are read.
    let entries: [EXIFTag: EXIFEntry]

    /// The entry of a tag.
    subscript(tag: EXIFTag) -> EXIFEntry? { entries[tag] }
}
