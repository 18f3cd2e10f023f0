extension ArraySlice<UInt8> {
    /// The bytes without ASCII white space and control characters at either end.
    package func trimmingSpace() -> Self {
        let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
        guard let last = lastIndex(where: { !isSpace($0) }) else { return [] }
        return self[...last].drop(while: isSpace)
    }
}

extension String {
    /// Decodes bytes as ISO 8859-1, where each byte is the code point of its value.
    package init(latin1 bytes: some Sequence<UInt8>) {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        self.init(text)
    }

    /// The longest beginning of whole characters that fits.
    ///
    /// - Parameter limit: The most bytes in UTF-8.
    /// - Returns: The text itself where it fits.
    package func cut(toByteCount limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var length = 0
        return String(
            prefix { character in
                length += character.utf8.count
                return length <= limit
            })
    }
}
