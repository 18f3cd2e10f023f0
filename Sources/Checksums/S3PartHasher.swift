/// Computes the composite checksums that S3 keeps of an object that was uploaded in parts of one size.
///
/// Every part but the last has the same size, as multipart uploads by most clients have; so the value that S3 stores can
/// be computed from the whole object, and in the same pass as its other checksums.
///
/// ```swift
/// var hasher = S3PartHasher(partByteCount: 8 << 20)
/// while let block = try source.nextBlock() { hasher.update(block.span) }
/// print(hasher.finalize().sha256)  // OgUP...=-3
/// ```
public struct S3PartHasher: Sendable {
    private let partByteCount: Int
    private var roomInPart: Int
    private var sha256 = SHA256Digester()
    private var crc32c = CRC32C()
    private var digests: [SHA256Digest] = []
    private var crcs: [CRC32C.Value] = []

    /// A hasher of no bytes yet.
    ///
    /// - Parameter partByteCount: How many bytes each part has, but for the last; at least 1.
    public init(partByteCount: Int) {
        precondition(partByteCount > 0, "A part has at least one byte")
        self.partByteCount = partByteCount
        roomInPart = partByteCount
    }

    /// Appends bytes to the object.
    ///
    /// - Parameter bytes: The next bytes, of any count.
    /// - Complexity: O(*n*) in the count of `bytes`.
    public mutating func update(_ bytes: Span<UInt8>) {
        var start = 0
        while start < bytes.count {
            if roomInPart == 0 { endPart() }
            let end = min(start + roomInPart, bytes.count)
            let slice = bytes.extracting(start..<end)
            sha256.update(slice)
            crc32c.update(slice)
            roomInPart -= end - start
            start = end
        }
    }

    /// The composite values of all bytes so far, in S3's notation; an object of no bytes has one part of none.
    public func finalize() -> (sha256: String, crc32c: String) {
        var ended = self
        ended.endPart()
        return (S3Checksum.composite(of: ended.digests), S3Checksum.composite(of: ended.crcs))
    }

    private mutating func endPart() {
        digests.append(sha256.finalize())
        crcs.append(crc32c.finalize())
        sha256 = SHA256Digester()
        crc32c = CRC32C()
        roomInPart = partByteCount
    }
}
