internal import CChecksums

/// SHA-256 of several messages that advance together, by the CPU's instructions where it has them.
struct SHA256Group: Sendable {
    private var messages: [cchecksums_sha256_message] = []
    private var digesters: [SHA256Digester] = []

    init(count: Int) {
        if cchecksums_has_sha256() {
            messages = Array(repeating: cchecksums_sha256_begin(), count: count)
        } else {
            digesters = Array(repeating: SHA256Digester(), count: count)
        }
    }

    mutating func update(_ bytes: Span<UInt8>, _ pieces: [ContentPiece]) {
        guard digesters.isEmpty else {
            for piece in pieces { digesters[piece.content].update(bytes.extracting(piece.range)) }
            return
        }
        // Pieces of like length end together, and leave no lane idle.
        let ordered = pieces.sorted { $0.range.count > $1.range.count }
        unsafe messages.withUnsafeMutableBufferPointer { messages in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                let pieces = unsafe ordered.map { unsafe kernelPiece($0, messages, bytes) }
                unsafe cchecksums_sha256_continue(pieces, pieces.count, cchecksums_sha256_best_lanes())
            }
        }
    }

    /// The digest of a message whose last piece was taken.
    func digest(of index: Int) -> SHA256Digest {
        digesters.isEmpty ? SHA256Digest(words: messages[index].words) : digesters[index].finalize()
    }
}

/// A piece as the kernel takes it; checks that both of its places exist.
private func kernelPiece(
    _ piece: ContentPiece, _ messages: UnsafeMutableBufferPointer<cchecksums_sha256_message>,
    _ bytes: UnsafeBufferPointer<UInt8>
) -> cchecksums_sha256_piece {
    precondition(messages.indices.contains(piece.content), "A piece belongs to one of the contents")
    precondition(piece.range.lowerBound >= 0 && piece.range.upperBound <= bytes.count, "A piece lies in the bytes")
    precondition(piece.isLast || piece.range.count % 64 == 0, "Only the last piece may end inside a block")
    return unsafe cchecksums_sha256_piece(
        message: messages.baseAddress.map { unsafe $0 + piece.content },
        bytes: bytes.baseAddress.map { unsafe $0 + piece.range.lowerBound }, count: piece.range.count,
        is_last: piece.isLast)
}

extension SHA256Digest {
    /// The digest from the eight words of the last chaining value (FIPS 180-4, 6.2.2).
    fileprivate init(words: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)) {
        self.init(
            SIMD4(
                UInt64(words.0) << 32 | UInt64(words.1), UInt64(words.2) << 32 | UInt64(words.3),
                UInt64(words.4) << 32 | UInt64(words.5), UInt64(words.6) << 32 | UInt64(words.7)))
    }
}
