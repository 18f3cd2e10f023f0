/// What is said of a file besides its bytes: its name, and the media type that its sender declared.
///
/// Only a hint. Where it contradicts the bytes, the bytes win and the record says so.
public struct FormatHint: Sendable, Hashable {
    /// The file's name or path, as text.
    public var fileName: String?
    /// The media type that was declared, with or without parameters.
    public var declaredMediaType: String?

    /// Makes a hint.
    ///
    /// - Parameters:
    ///   - fileName: The file's name or path, as text.
    ///   - declaredMediaType: The media type that was declared.
    public init(fileName: String? = nil, declaredMediaType: String? = nil) {
        self.fileName = fileName
        self.declaredMediaType = declaredMediaType
    }

    /// The extension of the name in lower case without a dot; nil when there is none.
    public var fileExtension: String? {
        guard let name = fileName?.utf8.split(separator: UInt8(ascii: "/")).last,
            let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex
        else { return nil }
        let text = name[name.index(after: dot)...]
        return (1...16).contains(text.count) ? Substring(text).lowercased() : nil
    }

    /// The formats that the name's extension stands for; none when it says nothing.
    var formatsByName: [FileFormat] {
        fileExtension.map { FormatTable.formats(fileExtension: $0) } ?? []
    }

    /// The formats that the declared type stands for; none when it says nothing.
    var formatsByDeclaration: [FileFormat] {
        guard let declared = declaredMediaType else { return [] }
        let essence = declared.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        return FormatTable.formats(mediaType: essence)
    }
}
