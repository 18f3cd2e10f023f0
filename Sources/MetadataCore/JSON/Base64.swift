/// Base64 of RFC 4648, section 4, with padding.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            text += group(bytes[start..<min(start + 3, bytes.count)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func group(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let bits = bytes.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - bytes.count))
        let digits = (0..<4).map { alphabet[Int(bits >> UInt32(18 - 6 * $0) & 63)] }
        return Array(digits.prefix(bytes.count + 1)) + Array(repeating: UInt8(ascii: "="), count: 3 - bytes.count)
    }
}
