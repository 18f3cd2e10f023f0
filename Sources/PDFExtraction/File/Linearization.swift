internal import MetadataCore

/// The mark of a linearized file, its first object (ISO 32000-2, annex F).
struct Linearization {
    /// Whether the file is as long as it was then: nothing was added to it.
    let isIntact: Bool

    /// Reads the object behind the header's line; nil where it says nothing of linearization.
    init?(_ file: PDFBytes, header: PDFHeader?, limits: Limits) {
        guard let header else { return nil }
        let line = (try? file.read(header.offset..<(header.offset + 64))) ?? []
        let start = header.offset + line.prefix { $0 != 10 && $0 != 13 }.count
        guard let first = try? file.indirectObject(at: start, limits: limits),
            let dictionary = first.object.dictionary, dictionary["Linearized"]?.number ?? 0 > 0
        else { return nil }
        isIntact = dictionary["L"]?.integer == file.byteCount
    }
}
