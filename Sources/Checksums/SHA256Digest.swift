/// The SHA-256 digest of some bytes (FIPS 180-4).
///
/// ```swift
/// var digester = SHA256Digester()
/// digester.update([0x61, 0x62, 0x63].span)
/// print(digester.finalize().hex)  // ba7816bf...f20015ad
/// ```
public struct SHA256Digest: Hashable, Sendable {
    /// How many bytes a digest has.
    public static let byteCount = 32

    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// A digest that was computed elsewhere; `nil` unless it has 32 bytes.
    ///
    /// - Parameter bytes: The digest.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// A digest as this module computed it.
    init(computed bytes: [UInt8]) {
        assert(bytes.count == Self.byteCount)
        self.bytes = bytes
    }

    /// A place for a digest that is yet to be computed.
    static let zero = SHA256Digest(computed: Array(repeating: 0, count: byteCount))

    /// 64 lower-case hexadecimal digits.
    public var hex: String { hexadecimal(bytes) }

    /// Base64 with padding, as S3 writes digests.
    public var base64: String { base64Encoded(bytes) }
}

extension SHA256Digest: CustomStringConvertible {
    /// The hexadecimal form.
    public var description: String { hex }
}
