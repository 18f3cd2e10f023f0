/// Turns the bytes of a header field into a name.
struct HeaderText {
    let grammar: Grammar
    /// Whether bytes above 0x7F are windows-1252 rather than UTF-8.
    let isWindows1252: Bool

    func name(_ field: StreamFindings.HeaderField) -> String {
        let bytes = field.isEscaped ? unescaped(field.bytes) : field.bytes
        guard isWindows1252 else { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(HeaderText.scalar(byte)) }
        return String(text)
    }

    private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var isPending = false
        for byte in bytes {
            let isMark = UInt16(byte) == grammar.escape || (UInt16(byte) == grammar.quote && !isPending)
            if isMark, !isPending {
                isPending = true
                continue
            }
            // A quote alone inside a field is content.
            if isPending, UInt16(byte) != grammar.quote, !grammar.hasEscape { result.append(UInt8(grammar.quote)) }
            result.append(byte)
            isPending = false
        }
        return result
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(windows1252[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    /// The characters at 0x80...0x9F; five are not assigned and stand for themselves.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
