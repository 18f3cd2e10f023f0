/// Text from a file, cut to a number of bytes at the boundary of a character.
enum BoundedText {
    /// Decodes UTF-8; what is none becomes U+FFFD.
    static func utf8(_ bytes: ArraySlice<UInt8>, byteCount: Int) -> String {
        cut(String(decoding: bytes.prefix(max(0, byteCount)), as: UTF8.self), byteCount)
    }

    /// Decodes ISO 8859-1.
    static func latin1(_ bytes: ArraySlice<UInt8>, byteCount: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.prefix(max(0, byteCount)).map { Unicode.Scalar($0) })
        return cut(String(text), byteCount)
    }

    private static func cut(_ text: String, _ byteCount: Int) -> String {
        guard text.utf8.count > byteCount else { return text }
        var kept = String.UnicodeScalarView()
        var left = byteCount
        for scalar in text.unicodeScalars {
            left -= UTF8.width(scalar)
            guard left >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}
