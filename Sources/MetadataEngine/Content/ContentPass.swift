internal import CSVSniffing
internal import Checksums
internal import MetadataCore

/// The one reading of all bytes of a source: every block feeds every consumer while it is in the cache.
struct ContentPass {
    private var hasher: ContentHasher?
    private var sniffer: CSVSniffer?

    /// Makes a pass.
    ///
    /// - Parameters:
    ///   - checksums: Whether digests are wanted.
    ///   - table: Whether the content is to be sniffed as delimited text.
    init(checksums: Bool, table: Bool) {
        hasher = checksums ? ContentHasher() : nil
        sniffer = table ? CSVSniffer() : nil
    }

    /// Whether any consumer needs more than the head.
    var needsEveryByte: Bool { hasher != nil || sniffer != nil }

    /// Reads the source from behind its head to its end.
    ///
    /// - Throws: `cancelled` between two blocks, `unreadable` when the bytes cannot be had.
    mutating func run(
        head: ArraySlice<UInt8>, rest source: any ByteSource, buffers: BufferPool
    ) throws(ExtractionError) {
        update(head.span)
        guard head.count < source.byteCount else { return }
        var buffer = buffers.take()
        defer { buffers.giveBack(buffer) }
        var offset = head.count
        while offset < source.byteCount {
            if Task.isCancelled { throw ExtractionError(.cancelled, "the task was cancelled", at: offset) }
            let count = try source.fill(&buffer, from: offset)
            guard count > 0 else { return }
            update(buffer.span.extracting(0..<min(count, source.byteCount - offset)))
            offset += count
        }
    }

    private mutating func update(_ bytes: Span<UInt8>) {
        hasher?.update(bytes)
        sniffer?.update(bytes)
    }

    /// The digests of what was read.
    func checksums() -> ChecksumValues? {
        hasher.map { ChecksumValues($0.finalize()) }
    }

    /// What the sniffer says of what was read.
    mutating func verdict() -> CSVVerdict? {
        sniffer?.finalize()
    }
}

extension ChecksumValues {
    /// The values that were computed.
    init(_ checksums: ContentChecksums) {
        self.init(sha256: checksums.sha256, crc32c: checksums.crc32c, crc64nvme: checksums.crc64nvme)
    }
}
