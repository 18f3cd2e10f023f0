internal import MetadataCore

/// The content of a tag that holds text.
struct ICCText {
    private let bytes: ArraySlice<UInt8>
    private let offset: Int

    /// The types of text.
    private enum Kind: UInt32 {
        /// textDescriptionType: ASCII with a length, then other encodings.
        case description = 0x6465_7363  // desc
        /// multiLocalizedUnicodeType: UTF-16 in several languages.
        case localized = 0x6D6C_7563  // mluc
        /// textType: ASCII to the end.
        case text = 0x7465_7874  // text
    }

    /// Makes a reader of a tag's content.
    ///
    /// - Parameters:
    ///   - bytes: The content, from its type signature on.
    ///   - offset: Where it stands in the profile.
    init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// Decodes the text.
    ///
    /// - Returns: Empty when there is none.
    /// - Throws: ``ExtractionError`` when the content is cut or of a type that holds no text.
    func decoded() throws(ExtractionError) -> String {
        var reader = ByteReader(bytes.span, at: offset)
        guard let kind = Kind(rawValue: try reader.read(UInt32.self)) else {
            throw ExtractionError(.unsupported, "an ICC description of unknown type", at: offset)
        }
        try reader.skip(4)
        switch kind {
        case .description:
            let count = Int(try reader.read(UInt32.self))
            return ascii(bytes.dropFirst(reader.position).prefix(count))
        case .localized: return try localized(&reader)
        case .text: return ascii(bytes.dropFirst(reader.position))
        }
    }

    private func ascii(_ bytes: ArraySlice<UInt8>) -> String {
        let text = (bytes.prefix { $0 != 0 }).trimmingSpace()
        return String(validating: text, as: UTF8.self) ?? String(latin1: text)
    }

    // MARK: - Several languages

    private static let recordLimit = 256
    private static let english: UInt16 = 0x656E
    private static let unitedStates: UInt16 = 0x5553

    /// English as in the United States if it is there, else any English, else the first language.
    private func localized(_ reader: inout ByteReader) throws(ExtractionError) -> String {
        let count = min(Int(try reader.read(UInt32.self)), Self.recordLimit)
        let recordByteCount = Int(try reader.read(UInt32.self))
        var best: (rank: Int, range: Range<Int>)?
        for _ in 0..<count {
            let start = reader.position
            let language = try reader.read(UInt16.self)
            let country = try reader.read(UInt16.self)
            let length = Int(try reader.read(UInt32.self))
            let offset = Int(try reader.read(UInt32.self))
            let rank = language != Self.english ? 0 : country == Self.unitedStates ? 2 : 1
            if best.map({ rank > $0.rank }) ?? true { best = (rank, offset..<(offset + length)) }
            try reader.seek(to: start + max(12, min(recordByteCount, bytes.count)))
        }
        guard let best else { return "" }
        try reader.seek(to: best.range.lowerBound)
        return utf16(try reader.readSpan(best.range.count))
    }

    private func utf16(_ span: Span<UInt8>) -> String {
        let units = (0..<(span.count / 2)).map { UInt16(span[2 * $0]) << 8 | UInt16(span[2 * $0 + 1]) }
        let text = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
        return String(decoding: Array(text.utf8)[...].trimmingSpace(), as: UTF8.self)
    }
}
