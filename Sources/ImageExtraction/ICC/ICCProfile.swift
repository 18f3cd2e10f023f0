internal import MetadataCore

/// An ICC profile whose tag table is searched for its description.
struct ICCProfile {
    /// Text and where it stands.
    struct Description {
        let text: String
        let offset: Int
    }

    private var reader: SourceReader
    private let limits: Limits

    /// The length of the header (ICC.1:2022, section 7.2).
    private static let headerByteCount = 128
    private static let signatureOffset = 36
    private static let signature: UInt32 = 0x6163_7370  // acsp
    /// Real profiles have some dozens.
    private static let tagLimit = 1_024
    private static let descriptionTag: UInt32 = 0x6465_7363  // desc

    /// Makes a profile; nothing is read yet.
    init(_ source: any ByteSource, limits: Limits) {
        reader = SourceReader(source)
        self.limits = limits
    }

    /// Finds and decodes the description.
    ///
    /// - Returns: nil when the profile has none, or an empty one.
    /// - Throws: ``ExtractionError`` when the profile is damaged before or in it.
    mutating func description() throws(ExtractionError) -> Description? {
        try reader.seek(to: min(Self.signatureOffset, reader.byteCount))
        guard try reader.read(UInt32.self) == Self.signature else {
            throw .corrupt("no ICC profile", at: Self.signatureOffset)
        }
        try reader.seek(to: min(Self.headerByteCount, reader.byteCount))
        let count = min(Int(try reader.read(UInt32.self)), limits.elementCount, Self.tagLimit)
        for _ in 0..<count {
            let tag = try reader.read(UInt32.self)
            let offset = Int(try reader.read(UInt32.self))
            let byteCount = Int(try reader.read(UInt32.self))
            if tag == Self.descriptionTag { return try description(at: offset, byteCount: byteCount) }
        }
        return nil
    }

    private mutating func description(at offset: Int, byteCount: Int) throws(ExtractionError) -> Description? {
        try reader.seek(to: offset)
        let bytes = try reader.bytes(min(byteCount, reader.remaining, Self.textByteLimit))
        let text = try ICCText(bytes, at: offset).decoded()
        let cut = text.cut(toByteCount: limits.textByteCount)
        return cut.isEmpty ? nil : Description(text: cut, offset: offset)
    }

    /// A description is a line; real ones in thirty languages take 2 KiB.
    private static let textByteLimit = 65_536
}
