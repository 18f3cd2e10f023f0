internal import FoundationEssentials

/// Hexadecimal digits as records have them, in S3's notation.
enum Hexadecimal {
    /// The same bytes in base64; nil when the text is not pairs of digits.
    static func base64(_ hexadecimal: String) -> String? {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == hexadecimal.count, digits.count % 2 == 0 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        return Data(bytes).base64EncodedString()
    }
}
