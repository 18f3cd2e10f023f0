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

    /// The digest, eight bytes a word, the first byte the most significant.
    ///
    /// Unlike an array, it needs no memory of its own.
    private let words: SIMD4<UInt64>

    /// A digest that was computed elsewhere; `nil` unless it has 32 bytes.
    ///
    /// - Parameter bytes: The digest.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init(computed: bytes.span)
    }

    /// A digest whose words are known.
    init(_ words: SIMD4<UInt64>) {
        self.words = words
    }

    /// A digest as this module computed it: the first 32 bytes of a span.
    init(computed bytes: Span<UInt8>) {
        words = SIMD4(
            Self.word(bytes, at: 0),
            Self.word(bytes, at: 8),
            Self.word(bytes, at: 16),
            Self.word(bytes, at: 24)
        )
    }

    private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in start..<start + 8 { word = word << 8 | UInt64(bytes[index]) }
        return word
    }

    /// The 32 bytes of the digest.
    public var bytes: [UInt8] {
        words.indices.flatMap { words[$0].bigEndianBytes }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * Self.byteCount)
        for index in words.indices { appendHexadecimal(words[index], to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Base64 with padding, as S3 writes digests.
    public var base64: String { base64Encoded(bytes) }
}

extension SHA256Digest: CustomStringConvertible {
    /// The hexadecimal form.
    public var description: String { hex }
}
