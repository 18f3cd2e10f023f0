/// A piece of one of several contents that are hashed together: where it stands in the bytes.
public struct ContentPiece: Hashable, Sendable {
    /// Which content it continues.
    public let content: Int
    /// Where it stands in the bytes that are handed over.
    public let range: Range<Int>
    /// Whether the content ends with it.
    public let isLast: Bool

    /// Makes a piece.
    ///
    /// - Parameters:
    ///   - content: Which content it continues, from 0.
    ///   - range: Where it stands; a multiple of 64 bytes unless it is the last piece.
    ///   - isLast: Whether the content ends with it.
    public init(of content: Int, range: Range<Int>, isLast: Bool) {
        self.content = content
        self.range = range
        self.isLast = isLast
    }
}

/// Computes the checksums of several contents at once, in one thread.
///
/// The values are those that ``ContentHasher`` gives to each content alone, about twice as fast where the CPU has
/// SHA-256 instructions: independent contents fill the gaps that one leaves.
///
/// ```swift
/// var group = ContentHasherGroup(count: 2)
/// group.update(bytes.span, [ContentPiece(of: 0, range: 0..<64, isLast: false), ContentPiece(of: 1, range: 64..<70, isLast: true)])
/// ```
public struct ContentHasherGroup: Sendable {
    private var sha256: SHA256Group
    private var crcs: [(crc32c: CRC32C, crc64nvme: CRC64NVME)]

    /// A group of contents without bytes yet.
    ///
    /// - Parameter count: How many contents there are.
    public init(count: Int) {
        sha256 = SHA256Group(count: count)
        crcs = Array(repeating: (CRC32C(), CRC64NVME()), count: count)
    }

    /// Continues some of the contents.
    ///
    /// - Parameters:
    ///   - bytes: Where the pieces stand. They should fit the CPU's L2 cache, as each is read three times.
    ///   - pieces: At most one of each content, none of a content that ended.
    /// - Complexity: O(*n*) in the count of the pieces' bytes; nothing is copied.
    public mutating func update(_ bytes: Span<UInt8>, _ pieces: [ContentPiece]) {
        sha256.update(bytes, pieces)
        for piece in pieces {
            let slice = bytes.extracting(piece.range)
            crcs[piece.content].crc32c.update(slice)
            crcs[piece.content].crc64nvme.update(slice)
        }
    }

    /// The checksums of a content whose last piece was taken.
    ///
    /// - Parameter index: Which content.
    /// - Returns: Its checksums.
    public func checksums(of index: Int) -> ContentChecksums {
        ContentChecksums(
            sha256: sha256.digest(of: index), crc32c: crcs[index].crc32c.finalize(),
            crc64nvme: crcs[index].crc64nvme.finalize())
    }
}
