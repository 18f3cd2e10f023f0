/// What kind of file some bytes are: a short stable name in lower case, `jpeg`, `pdf`, `csv`.
///
/// Names are the record's `format`; ``mediaType`` is its `mediaType`. What is known of a format stands in one table
/// of data; a name outside the table is allowed and has the media type `application/octet-stream`.
///
/// ```swift
/// FileFormat.png.mediaType            // "image/png"
/// FileFormat.jpeg.fileExtensions      // ["jpg", "jpeg", "jpe", "jfif"]
/// FileFormat(rawValue: "docx").kind   // .document
/// ```
public struct FileFormat: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as it stands in a record.
    public let rawValue: String

    /// Makes a format from its name.
    ///
    /// - Parameter rawValue: The name as it stands in a record.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension FileFormat {
    /// Bytes that no signature matches.
    public static let unknown = Self(rawValue: "unknown")
    /// A TIFF structure as EXIF embeds it, without the `Exif\0\0` prefix.
    public static let exif = Self(rawValue: "exif")
    /// An XMP packet.
    public static let xmp = Self(rawValue: "xmp")
    /// An ICC profile.
    public static let icc = Self(rawValue: "icc")
    /// IPTC datasets (IIM 4.2), alone or among Photoshop's image resources.
    public static let iptc = Self(rawValue: "iptc")
}

// MARK: - What the table says

extension FileFormat {
    /// Every format that the table knows, in the table's order.
    public static var known: [FileFormat] { FormatTable.entries.map(\.format) }

    /// The media type: IANA's, or one with `x-` where none is registered.
    public var mediaType: String { FormatTable.entry(of: self)?.mediaType ?? FormatTable.unknownMediaType }

    /// The usual file name extensions in lower case without a dot, the commonest first.
    public var fileExtensions: [String] { FormatTable.entry(of: self)?.fileExtensions ?? [] }

    /// The family that the format belongs to.
    public var kind: Kind { FormatTable.entry(of: self)?.kind ?? .other }

    /// The more general format that every file of this one also is: `zip` for `docx`, `xml` for `svg`.
    public var generalFormat: FileFormat? { FormatTable.entry(of: self)?.general }
}

extension FileFormat {
    /// A family of formats.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// Pictures, raw camera files among them.
        case image
        /// Pages, sheets and slides.
        case document
        /// Files in a file, and compressed files.
        case archive
        /// Sound.
        case audio
        /// Moving pictures.
        case video
        /// Characters.
        case text
        /// Rows and columns as text.
        case table
        /// Code that a machine runs.
        case executable
        /// Records and columns in binary.
        case database
        /// Typefaces.
        case font
        /// Measured data.
        case scientific
        /// Three-dimensional models.
        case model
        /// Blocks that speak of other files.
        case metadata
        /// Anything else.
        case other
    }
}
