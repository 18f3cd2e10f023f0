/// Bytes written as pairs of hexadecimal digits, with white space between them.
enum HexadecimalDigits {
    /// The value of each digit; 16 for white space, 255 for what is neither.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in "0123456789abcdef".utf8.enumerated() { values[Int(digit)] = UInt8(value) }
        for (value, digit) in "0123456789ABCDEF".utf8.enumerated() { values[Int(digit)] = UInt8(value) }
        for space in [0x20, 0x09, 0x0A, 0x0D, 0x00] { values[space] = 16 }
        return values
    }()

    /// Decodes all of a text.
    ///
    /// - Returns: The bytes; nil when there is anything else than digits and white space, or nothing.
    static func decode(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var high: UInt8?
        for character in text {
            let value = values[Int(character)]
            guard value < 16 else {
                if value == 16 { continue }
                return nil
            }
            if let digit = high {
                bytes.append(digit << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes.isEmpty ? nil : bytes[...]
    }
}
