/// What kind of file some bytes are: a short stable name in lower case, `jpeg`, `pdf`, `csv`.
///
/// Names are the record's `format`; ``mediaType`` is its `mediaType`.
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
}
