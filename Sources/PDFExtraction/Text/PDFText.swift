/// Text strings (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 behind a byte order mark, else PDFDocEncoding.
enum PDFText {
    /// Decodes a text string. Bytes that mean nothing become U+FFFD; language marks are left out.
    static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return withoutLanguages(String(decoding: bytes.dropFirst(3), as: UTF8.self))
        }
        // Most texts are ASCII, which both encodings share.
        guard !bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(table[Int(byte)]) }
        return String(text)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var rest = bytes
        while let first = rest.popFirst(), let second = rest.popFirst() {
            units.append(isBig ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
        }
        return withoutLanguages(String(decoding: units, as: UTF16.self))
    }

    /// Between two escape characters stands the language of what follows.
    private static func withoutLanguages(_ text: String) -> String {
        let escape: Unicode.Scalar = "\u{1B}"
        guard text.unicodeScalars.contains(escape) else { return text }
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == escape, let end = rest.prefix(8).firstIndex(of: escape) {
                rest = rest[rest.index(after: end)...]
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// ISO 32000-2, annex D.3: what differs from Latin-1.
    private static let special: [(first: UInt8, scalars: String)] = [
        (0x18, "\u{2D8}\u{2C7}\u{2C6}\u{2D9}\u{2DD}\u{2DB}\u{2DA}\u{2DC}"),
        (
            0x80,
            """
            \u{2022}\u{2020}\u{2021}\u{2026}\u{2014}\u{2013}\u{192}\u{2044}\u{2039}\u{203A}\u{2212}\u{2030}\u{201E}\
            \u{201C}\u{201D}\u{2018}\u{2019}\u{201A}\u{2122}\u{FB01}\u{FB02}\u{141}\u{152}\u{160}\u{178}\u{17D}\
            \u{131}\u{142}\u{153}\u{161}\u{17E}
            """
        ),
        (0xA0, "\u{20AC}"),
    ]

    private static let table: [Unicode.Scalar] = {
        var table = (UInt8(0)...255).map { Unicode.Scalar($0) }
        for row in special {
            for (index, scalar) in row.scalars.unicodeScalars.enumerated() { table[Int(row.first) + index] = scalar }
        }
        return table
    }()
}
