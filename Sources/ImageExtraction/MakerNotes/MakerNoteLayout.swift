internal import MetadataCore

/// How a maker lays out its note: all are directories, but their offsets count from different places.
///
/// No maker publishes this; the layouts are those that all readers of MakerNotes agree on.
struct MakerNoteLayout {
    /// Whose vocabulary the entries are in.
    enum Maker: String {
        case canon, fujifilm, nikon, olympus, panasonic, pentax, sony
    }

    /// What the offsets in a note count from.
    enum Base {
        /// The header of the structure around the note.
        case structure
        /// The first byte of the note.
        case note
        /// A TIFF header that stands in the note.
        case header(Int)
    }

    /// Whose it is.
    let maker: Maker
    /// The note's first bytes; empty where it begins with its directory.
    let signature: [UInt8]
    /// What Make begins with, where the signature does not tell.
    var makePrefix = ""
    /// Where the directory stands in the note.
    let directory: Int
    /// What offsets count from.
    let base: Base
    /// Where the note says its byte order; nil where it is that of the structure around it.
    var orderMark: Int?
    /// The byte order that the maker uses in all notes.
    var fixedOrder: ByteOrder?

    private static let all: [MakerNoteLayout] = [
        Self(maker: .nikon, signature: Array("Nikon\0\u{2}".utf8), directory: 0, base: .header(10)),
        Self(maker: .nikon, signature: Array("Nikon\0\u{1}".utf8), directory: 8, base: .structure),
        Self(maker: .olympus, signature: Array("OLYMPUS\0".utf8), directory: 12, base: .note, orderMark: 8),
        Self(maker: .olympus, signature: Array("OM SYSTEM\0\0\0".utf8), directory: 16, base: .note, orderMark: 12),
        Self(maker: .olympus, signature: Array("OLYMP\0".utf8), directory: 8, base: .structure),
        Self(maker: .panasonic, signature: Array("Panasonic\0\0\0".utf8), directory: 12, base: .structure),
        Self(maker: .sony, signature: Array("SONY DSC \0\0\0".utf8), directory: 12, base: .structure),
        Self(maker: .sony, signature: Array("SONY CAM \0\0\0".utf8), directory: 12, base: .structure),
        Self(maker: .fujifilm, signature: Array("FUJIFILM".utf8), directory: 12, base: .note, fixedOrder: .little),
        Self(maker: .pentax, signature: Array("AOC\0".utf8), directory: 6, base: .structure, orderMark: 4),
        Self(maker: .pentax, signature: Array("PENTAX \0".utf8), directory: 10, base: .note, orderMark: 8),
        Self(maker: .canon, signature: [], makePrefix: "Canon", directory: 0, base: .structure),
        Self(maker: .nikon, signature: [], makePrefix: "NIKON", directory: 0, base: .structure),
    ]

    /// The layout of a note; nil for makers that are not read.
    ///
    /// - Parameters:
    ///   - head: The first bytes of the note.
    ///   - make: The camera's maker, as the structure says it.
    /// - Returns: The first layout that fits.
    static func of(_ head: ArraySlice<UInt8>, make: String) -> MakerNoteLayout? {
        all.first { head.starts(with: $0.signature) && make.hasPrefix($0.makePrefix) }
    }
}
