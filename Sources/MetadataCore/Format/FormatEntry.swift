/// What is known of one format: a row of the table.
struct FormatEntry: Sendable {
    let format: FileFormat
    let mediaType: String
    /// Other names of the media type that declarations use.
    let aliases: [String]
    let fileExtensions: [String]
    let kind: FileFormat.Kind
    /// The format that every file of this one also is.
    let general: FileFormat?
    /// Alternatives: any of them tells the format.
    let signatures: [Signature]
    /// What tells the format inside a container or a text.
    let marks: [(Mark, String)]
    /// Of signatures that match, the higher goes first whatever its length.
    let priority: Int
    /// Looks further once a signature matched.
    let look: Look?
    /// How many of the ways to tell it could not be read from their notation; a test demands none.
    let malformedCount: Int

    /// Makes a row.
    ///
    /// Extensions and aliases are lists in one string, parted by spaces. What tells the format is a list of
    /// alternatives: a ``Signature`` in its notation, or the name of a ``Mark``, a colon and values parted by spaces.
    init(
        _ name: String, _ mediaType: String, _ kind: FileFormat.Kind, _ fileExtensions: String = "",
        _ toldBy: [String] = [], aliases: String = "", general: String? = nil, priority: Int = 0,
        look: Look? = nil
    ) {
        self.format = FileFormat(rawValue: name)
        self.mediaType = mediaType
        self.kind = kind
        self.fileExtensions = fileExtensions.split(separator: " ").map(String.init)
        self.marks = toldBy.flatMap(Mark.parse)
        self.signatures = toldBy.compactMap(Signature.init)
        self.malformedCount = toldBy.count { Signature($0) == nil && Mark.parse($0).isEmpty }
        self.aliases = aliases.split(separator: " ").map(String.init)
        self.general = general.map(FileFormat.init(rawValue:))
        self.priority = priority
        self.look = look
    }
}

/// What tells a format where a fixed offset cannot.
enum Mark: String, CaseIterable, Sendable {
    /// A brand of the ISO base media file format (ISO/IEC 14496-12, 4.3).
    case brand
    /// A member of a ZIP archive: a path, a first folder with its slash, or `*.` and an extension.
    case member
    /// A stream or storage of a compound file, `_` for characters that are not ASCII.
    case stream
    /// The local name of an XML document's root element.
    case root
    /// The program after `#!`.
    case interpreter
    /// The document type of an EBML file (RFC 8794, 11.2.10).
    case doctype

    /// Reads `mark: value value`; empty when that is no mark.
    static func parse(_ notation: String) -> [(Mark, String)] {
        let halves = notation.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, let mark = Mark(rawValue: String(halves[0])) else { return [] }
        return halves[1].split(separator: " ").map { (mark, String($0)) }
    }
}

/// A look further into bytes whose signature matched: nil when they are not that format after all.
typealias Look = @Sendable (Sample) -> Sighting?

/// What a look saw.
struct Sighting: Sendable {
    /// The format, when it is another than the entry's: a special one of a container.
    var format: FileFormat?
    /// The media type, when it is more exact than the format's.
    var mediaType: String?
    /// What told it, when it is more than the signature.
    var basis: String?
    /// How sure it is.
    var confidence = 1.0

    /// The entry is right, and nothing more is known.
    static let confirmed = Sighting()

    /// The entry is right as far as a weak signature and plausible numbers can tell.
    static let plausible = Sighting(confidence: 0.8)

    /// Another format.
    static func found(_ name: String, _ basis: String, confidence: Double = 1) -> Sighting {
        Sighting(format: FileFormat(rawValue: name), basis: basis, confidence: confidence)
    }
}
