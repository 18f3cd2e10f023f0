internal import Checksums
internal import MetadataCore

/// A source that hashes the parts of an object on the way, as its bytes are first read in order.
///
/// The engine reads a source from its head to its end once; readers that look elsewhere in between change nothing.
final class PartwiseSource: ByteSource {
    /// The checksums of one part.
    struct PartChecksums: Hashable, Sendable {
        let sha256: SHA256Digest
        let crc32c: CRC32C.Value
    }

    private struct State {
        var offset = 0
        var sha256 = SHA256Digester()
        var crc32c = CRC32C()
        var done: [PartChecksums] = []
    }

    private let base: any ByteSource
    /// Where parts end, in order; none when nothing is to be hashed.
    private let ends: [Int]
    private let state = Guarded(State())

    init(_ base: any ByteSource, parts byteCounts: [Int]) {
        self.base = base
        ends = byteCounts.reduce(into: []) { ends, count in ends.append((ends.last ?? 0) + count) }
    }

    var byteCount: Int { base.byteCount }

    /// The checksums of the parts; nil when not every byte was read.
    var parts: [PartChecksums]? {
        state.withLock { $0.done.count == ends.count && $0.offset == byteCount ? $0.done : nil }
    }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        try base.read(range)
    }

    func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int {
        let count = try base.fill(&buffer, from: offset)
        guard !ends.isEmpty else { return count }
        state.withLock { hash(buffer[..<count], from: offset, &$0) }
        return count
    }

    private func hash(_ bytes: ArraySlice<UInt8>, from offset: Int, _ state: inout State) {
        guard offset == state.offset else { return }
        var rest = bytes
        while !rest.isEmpty, state.done.count < ends.count {
            let part = rest.prefix(ends[state.done.count] - state.offset)
            state.sha256.update(part.span)
            state.crc32c.update(part.span)
            state.offset += part.count
            rest = rest.dropFirst(part.count)
            guard state.offset == ends[state.done.count] else { continue }
            state.done.append(PartChecksums(sha256: state.sha256.finalize(), crc32c: state.crc32c.finalize()))
            state.sha256 = SHA256Digester()
            state.crc32c = CRC32C()
        }
    }
}
