/// The three checksums that a record carries, as text.
///
/// Equal content has equal checksums; ``ContentHasher`` computes them.
public struct ContentChecksums: Hashable, Sendable {
    /// The SHA-256 digest: 64 lower-case hexadecimal digits.
    public let sha256: String

    /// The CRC-32C: 8 lower-case hexadecimal digits, big-endian.
    public let crc32c: String

    /// The CRC-64/NVME: 16 lower-case hexadecimal digits, big-endian.
    public let crc64nvme: String

    /// Checksums that are known as text; they are not checked.
    ///
    /// - Parameters:
    ///   - sha256: 64 lower-case hexadecimal digits.
    ///   - crc32c: 8 lower-case hexadecimal digits.
    ///   - crc64nvme: 16 lower-case hexadecimal digits.
    public init(sha256: String, crc32c: String, crc64nvme: String) {
        self.sha256 = sha256
        self.crc32c = crc32c
        self.crc64nvme = crc64nvme
    }

    /// The text of three computed values.
    init(sha256: SHA256Digest, crc32c: CRC32C.Value, crc64nvme: CRC64NVME.Value) {
        self.init(sha256: sha256.hex, crc32c: crc32c.hex, crc64nvme: crc64nvme.hex)
    }
}
