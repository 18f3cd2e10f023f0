/// The key coding of S3's own notifications: `application/x-www-form-urlencoded`, where `+` is a space.
///
/// EventBridge delivers keys as they are; decoding those would turn `a+b` into `a b`.
package enum FormDecoding {
    /// Decodes a key.
    ///
    /// - Parameter text: The key as it stands in a notification.
    /// - Returns: The key; nil when an escape is cut or the bytes are not UTF-8.
    package static func decode(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init)
    }
}
