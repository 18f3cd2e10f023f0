internal import MetadataCore

/// Which reader is believed when several speak of one field.
///
/// A table of data: for a group of fields, the sources in the order of trust. A source is named by the beginning of its
/// name: `exif` covers `exif-ifd0` and `exif-gps`. Sources that no row names are believed after those that are, the
/// more confident first, then the one that spoke first.
struct Precedence: Sendable {
    /// The rule's name, as a conflict and `explain` show it.
    let rule: String
    /// Sources in the order of trust.
    let sources: [String]

    /// Their first bytes, which part most of them.
    private let initials: [UInt8?]

    init(rule: String, sources: [String]) {
        self.rule = rule
        self.sources = sources
        initials = sources.map(\.utf8.first)
    }

    /// The place of a source in the order: smaller is believed first.
    func rank(of source: Finding.Source) -> Int {
        let initial = source.rawValue.utf8.first
        return sources.indices.first { initials[$0] == initial && source.rawValue.hasPrefix(sources[$0]) }
            ?? sources.count
    }
}

extension Precedence {
    /// Explicit structures of the container over a library's reading of them, and both over embedded descriptions.
    static let container = Precedence(
        rule: "container over library over description",
        sources: [
            "jpeg", "png", "gif", "bmp", "webp", "tiff", "heif", "jxl", "jp2", "psd", "ico", "svg", "pnm", "libjpeg",
            "libpng", "exif", "libexif", "xmp", "iptc",
        ])
    /// Metadata Working Group, Guidelines for Handling Image Metadata 2.0: EXIF, then XMP, then IPTC.
    static let description = Precedence(
        rule: "EXIF over XMP over IPTC",
        sources: ["exif", "tiff", "libexif", "makernote", "xmp", "iptc"])
    /// The strict reading of the file's own structure over the library's.
    static let document = Precedence(
        rule: "strict reading over library over repair", sources: ["pdf", "poppler", "xmp", "repair"])
    /// What the page tree declares, as all readers show it, over the pages that can be counted in it.
    static let pageCount = Precedence(
        rule: "declared count over library over counted pages over repair",
        sources: ["pdf-pages", "poppler", "pdf-page-leaves", "repair-pages", "repair"])
    /// One reader only.
    static let first = Precedence(rule: "first found", sources: [])

    /// The precedence for a field.
    static func precedence(for field: Field) -> Precedence {
        byField[field] ?? first
    }

    private static let byField = [Field: Precedence](uniqueKeysWithValues: Field.allCases.map { ($0, choose(for: $0)) })

    private static func choose(for field: Field) -> Precedence {
        switch field {
        case .imageStoredWidth, .imageStoredHeight, .imageFrames, .imageColorModel, .imageBitDepth, .imageChannels,
            .imageAlpha, .imageColorProfile, .imageContainerOrientation:
            container
        case _ where field.rawValue.hasPrefix("image."): description
        case .documentPageCount: pageCount
        case _ where field.rawValue.hasPrefix("document."): document
        default: first
        }
    }
}
