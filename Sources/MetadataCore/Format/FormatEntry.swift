/// What is known of one format: a row of the table, which several indexes share.
final class FormatEntry: Sendable {
    let format: FileFormat
    let mediaType: String
    /// Other names of the media type that declarations use.
    var aliases: [String] { Self.words(aliasList) }
    var fileExtensions: [String] { Self.words(extensionList) }
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
    /// Taken apart only where they are asked for.
    private let aliasList: String
    private let extensionList: String

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
        self.extensionList = fileExtensions
        let isSignature = { (notation: String) in notation.utf8.first.map { (48...57).contains($0) } ?? false }
        let notations = toldBy.filter(isSignature)
        let marks = toldBy.count == notations.count ? [] : toldBy.filter { !isSignature($0) }.map(Mark.parse)
        self.marks = marks.flatMap { $0 }
        self.signatures = notations.compactMap(Signature.init)
        self.malformedCount = notations.count - self.signatures.count + marks.count { $0.isEmpty }
        self.aliasList = aliases
        self.general = general.map(FileFormat.init(rawValue:))
        self.priority = priority
        self.look = look
    }

    /// Words parted by spaces; bytes are cheaper to split than characters.
    private static func words(_ list: String) -> [String] {
        list.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
}
