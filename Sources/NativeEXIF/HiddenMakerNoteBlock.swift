internal import MetadataCore

/// A copy of an EXIF block for libexif: with the identifier it wants, and without MakerNotes.
///
/// The flaws found in libexif of late are in its MakerNote code. That code runs where an entry has the tag 0x927C, so
/// the copy gives such entries another tag, in each directory that the library can reach. No other value changes.
struct HiddenMakerNoteBlock {
    /// `Exif\0\0` and the TIFF structure.
    private(set) var bytes: [UInt8]

    /// The most bytes of a TIFF structure that libexif reads: 0xFFFE with the identifier.
    static let byteLimit = 0xFFFE - identifier.count

    private static let identifier: [UInt8] = Array("Exif\0\0".utf8)
    /// Directories may overlap, so that hiding one tag uncovers another; a block that goes on so is no honest one.
    private static let passLimit = 4

    /// Copies a block.
    ///
    /// - Parameters:
    ///   - structure: The TIFF structure from its header on, ``byteLimit`` bytes at most.
    ///   - limits: `embeddedByteCount` bounds what the library would copy.
    /// - Throws: ``ExtractionError`` when the structure has no header that libexif knows, when its values would take
    ///   too much memory, or when MakerNotes cannot be hidden.
    init(_ structure: ArraySlice<UInt8>, limits: Limits) throws(ExtractionError) {
        bytes = Self.identifier + structure
        for _ in 0..<Self.passLimit {
            var survey = try LibEXIFSurvey(structure: bytes.dropFirst(Self.identifier.count))
            try survey.visitAll()
            guard survey.valueByteCount <= limits.embeddedByteCount else {
                throw .limitExceeded("\(survey.valueByteCount) bytes of values in an EXIF block", at: nil)
            }
            guard !survey.makerNotes.isEmpty else { return }
            for offset in survey.makerNotes { hideTag(at: offset + Self.identifier.count) }
        }
        throw .corrupt("an EXIF block whose MakerNotes overlap its directories", at: nil)
    }

    /// Writes a tag that no specification defines.
    private mutating func hideTag(at index: Int) {
        guard bytes.indices.contains(index), bytes.indices.contains(index + 1) else { return }
        bytes[index] = 0xFF
        bytes[index + 1] = 0xFF
    }
}
