internal import MetadataCore

/// One directory of a TIFF structure (TIFF 6.0, section 2, "Image File Directory").
struct TIFFDirectory {
    /// Which directory it is.
    let kind: EXIFDirectory
    /// Where it stands.
    let offset: Int
    /// Its entries that are complete and that the reader asked for.
    var entries: [TIFFEntry] = []

    /// The first entry of a tag.
    func entry(_ tag: EXIFTag) -> TIFFEntry? {
        entries.first { $0.tag == tag }
    }
}

/// The place of a value: an entry that is not loaded.
struct TIFFEntry: Hashable {
    /// What the value means.
    let tag: EXIFTag
    /// The type of the values.
    let type: EXIFValueType
    /// The number of values.
    let count: Int
    /// The length of all values, in bytes.
    let byteCount: Int
    /// Where the first value stands; all of them lie in the source.
    let offset: Int
}
