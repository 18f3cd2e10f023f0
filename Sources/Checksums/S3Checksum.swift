/// S3's notation of checksums of objects that were uploaded in parts.
///
/// A composite value is the checksum of the parts' checksums (their bytes, one
/// after the other), in base64, and the count of parts: `base64-N`. A value of
/// a whole object is plain base64, see ``SHA256Digest/base64``,
/// ``CRC32C/Value/base64`` and ``CRC64NVME/Value/base64``. CRC-64/NVME has no
/// composite form: S3 keeps it for whole objects only.
///
/// ```swift
/// S3Checksum.composite(of: partDigests)  // "OgUP...=-3"
/// ```
public enum S3Checksum {
    /// The composite value of SHA-256 digests of parts.
    ///
    /// - Parameter parts: The digests in the order of the parts.
    /// - Returns: Base64, a hyphen, the count of parts.
    public static func composite(of parts: [SHA256Digest]) -> String {
        var digester = SHA256Digester()
        for part in parts { digester.update(part.bytes.span) }
        return "\(digester.finalize().base64)-\(parts.count)"
    }

    /// The composite value of CRC-32Cs of parts.
    ///
    /// - Parameter parts: The CRCs in the order of the parts.
    /// - Returns: Base64, a hyphen, the count of parts.
    public static func composite(of parts: [CRC32C.Value]) -> String {
        var crc = CRC32C()
        for part in parts { crc.update(part.rawValue.bigEndianBytes.span) }
        return "\(crc.finalize().base64)-\(parts.count)"
    }
}
