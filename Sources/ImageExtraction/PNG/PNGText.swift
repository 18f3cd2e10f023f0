internal import MetadataCore

/// The text chunks that say something of the record (PNG, 11.3.3).
enum PNGText {
    /// How the value of a keyword is used.
    enum Use {
        /// A block in hexadecimal digits, as ImageMagick writes it.
        case rawProfile
        /// An XMP packet.
        case xmp
        /// Text that is a field's value.
        case text(Field)
        /// When the original was made.
        case creationTime
    }

    /// A payload, split behind its keyword.
    struct Parts {
        /// In lower case.
        let keyword: String
        let use: Use
        let value: ArraySlice<UInt8>
    }

    /// By keyword in lower case.
    private static let uses: [String: Use] = [
        "raw profile type exif": .rawProfile,
        "raw profile type app1": .rawProfile,
        "raw profile type xmp": .rawProfile,
        "raw profile type icc": .rawProfile,
        "raw profile type icm": .rawProfile,
        "xml:com.adobe.xmp": .xmp,
        "software": .text(.imageSoftware),
        "title": .text(.imageTitle),
        "description": .text(.imageDescription),
        "author": .text(.imageCreator),
        "creation time": .creationTime,
    ]
    /// A keyword has at most 79 bytes (PNG, 11.3.3.2).
    static let keywordByteCount = 79

    /// Splits a payload at the first zero.
    ///
    /// - Returns: The parts; nil when the keyword is not used.
    static func split(_ bytes: ArraySlice<UInt8>) -> Parts? {
        guard let end = bytes.prefix(keywordByteCount + 1).firstIndex(of: 0) else { return nil }
        let keyword = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        guard let use = uses[keyword] else { return nil }
        return Parts(keyword: keyword, use: use, value: bytes[(end + 1)...])
    }
}

extension PNGWalk {
    /// A keyword and Latin-1 text.
    mutating func readText(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard let text = PNGText.split(bytes) else { return }
        let start = offset + (text.value.startIndex - bytes.startIndex)
        try use(text.value, of: text, isUTF8: false, at: start)
    }

    /// A keyword, the compression method, and compressed Latin-1 text.
    mutating func readCompressedText(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard let text = PNGText.split(bytes) else { return }
        let value = try inflate(text.value.dropFirst(), limit: byteCountLimit(of: text.use), at: offset)
        try use(value, of: text, isUTF8: false, at: nil)
    }

    /// A keyword, whether the text is compressed, the method, two names for people, and UTF-8 text.
    mutating func readInternationalText(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard let text = PNGText.split(bytes), let isCompressed = text.value.first else { return }
        let value = text.value.dropFirst(2).drop { $0 != 0 }.dropFirst().drop { $0 != 0 }.dropFirst()
        guard isCompressed != 0 else {
            return try use(value, of: text, isUTF8: true, at: offset + (value.startIndex - bytes.startIndex))
        }
        let inflated = try inflate(value, limit: byteCountLimit(of: text.use), at: offset)
        try use(inflated, of: text, isUTF8: true, at: nil)
    }

    private func byteCountLimit(of use: PNGText.Use) -> Int {
        switch use {
        case .rawProfile, .xmp: scan.limits.embeddedByteCount
        case .text, .creationTime: scan.limits.textByteCount
        }
    }

    private mutating func use(
        _ value: ArraySlice<UInt8>, of text: PNGText.Parts, isUTF8: Bool, at offset: Int?
    ) throws(ExtractionError) {
        switch text.use {
        case .rawProfile: try readRawProfile(value, of: text.keyword, at: offset)
        case .xmp: scan.embed(.xmp, value, at: offset)
        case .text(let field): findText(field, value, isUTF8: isUTF8, at: offset)
        case .creationTime: findCreationTime(value, at: offset)
        }
    }

    private mutating func findText(_ field: Field, _ value: ArraySlice<UInt8>, isUTF8: Bool, at offset: Int?) {
        let decode = isUTF8 ? BoundedText.utf8 : BoundedText.latin1
        let text = decode(value, scan.limits.textByteCount)
        guard !text.isEmpty else { return }
        scan.extraction.find(field, .string(text), source: "png-text", offset: offset)
    }

    private mutating func findCreationTime(_ value: ArraySlice<UInt8>, at offset: Int?) {
        guard let time = PNGTime(parsing: String(decoding: value.prefix(64), as: UTF8.self)) else { return }
        scan.extraction.find(.imageCaptureTime, .string(time.local), source: "png-text", offset: offset)
        guard let zone = time.offset else { return }
        scan.extraction.find(.imageCaptureOffset, .string(zone), source: "png-text", offset: offset)
    }
}

// MARK: - Raw profiles

extension PNGWalk {
    private static let packetName = Array("http://ns.adobe.com/xap/1.0/\0".utf8)

    /// A line feed, a name, the length in decimal, and hexadecimal digits (as ImageMagick and exiv2 write them).
    private mutating func readRawProfile(
        _ value: ArraySlice<UInt8>, of keyword: String, at offset: Int?
    ) throws(ExtractionError) {
        let lines = value.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: true)
        guard lines.count == 3, let bytes = HexadecimalDigits.decode(lines[2]) else {
            throw .corrupt("\(keyword) is no block in hexadecimal digits", at: offset)
        }
        switch keyword {
        case "raw profile type icc", "raw profile type icm": scan.embed(.icc, bytes, at: nil)
        case "raw profile type xmp": scan.embed(.xmp, bytes, at: nil)
        default: embedAPP1(bytes)
        }
    }

    /// What a JPEG keeps in APP1 is EXIF or XMP.
    private mutating func embedAPP1(_ bytes: ArraySlice<UInt8>) {
        if bytes.starts(with: Self.packetName) {
            scan.embed(.xmp, bytes.dropFirst(Self.packetName.count), at: nil)
        } else {
            scan.embedEXIF(bytes, at: nil)
        }
    }
}
