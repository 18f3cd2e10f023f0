internal import CSVSniffing
internal import Checksums
internal import MetadataCore
internal import Normalization

/// Small files that are read and hashed together: independent contents keep the processor's SHA-256 unit busy.
///
/// The first blocks of all stand in one buffer, where the readers find them afterwards; what follows is read and hashed
/// one block of each file at a time.
struct FileGroup {
    /// The most files of a group.
    static let maximumCount = 32
    /// The most bytes of a file that is read together with others; larger ones would hold them up.
    static let maximumByteCount = 4 << 20
    /// The bytes of all first blocks together: no more than a core's cache holds.
    static let bufferByteCount = 1 << 20
    /// The most bytes of one block: sixteen large files still advance together.
    static let blockByteCount = 64 << 10

    /// What fits into the buffer of a group.
    struct Capacity {
        private var left = FileGroup.bufferByteCount

        func hasRoom(for byteCount: Int) -> Bool {
            byteCount <= FileGroup.maximumByteCount && FileGroup.room(for: byteCount) <= left
        }

        mutating func take(_ byteCount: Int) {
            left -= min(left, FileGroup.room(for: byteCount))
            if byteCount > FileGroup.maximumByteCount { left = 0 }
        }
    }

    /// The bytes of the buffer that a file takes: its first block, up to a whole line of the cache.
    fileprivate static func room(for byteCount: Int) -> Int {
        (min(byteCount, blockByteCount) + 63) & ~63
    }

    /// A file of the group.
    struct Member {
        let source: FileSource
        let status: FileStatus
        fileprivate(set) var evidence: Evidence
        /// The first block, for the readers.
        fileprivate(set) var headed: HeadedSource
        fileprivate var sniffer: CSVSniffer?
        fileprivate var position = 0
        /// Whether the system refused a block; the file is to be read again alone then, which tells why.
        fileprivate(set) var hasFailed = false

        fileprivate var isRead: Bool { hasFailed || position >= source.byteCount }
    }

    private(set) var members: [Member] = []
    private var hashers: ContentHasherGroup?

    /// Reads all files from their first to their last byte.
    ///
    /// - Parameters:
    ///   - files: The files and the hints of their names; their first blocks fit the buffer.
    ///   - computesChecksums: Whether digests are wanted.
    ///   - head: Where the first blocks go; the members share it.
    ///   - buffers: Where another buffer is taken from, for what follows.
    /// - Throws: `cancelled` between two blocks.
    init(
        reading files: [(source: FileSource, status: FileStatus, hint: FormatHint)], computesChecksums: Bool,
        head: inout [UInt8], buffers: BufferPool
    ) throws(ExtractionError) {
        if computesChecksums { hashers = ContentHasherGroup(count: files.count) }
        var blocks: [Range<Int>?] = []
        var start = 0
        for file in files {
            let room = start..<start + min(file.source.byteCount, Self.blockByteCount)
            blocks.append(Self.read(file.source, into: &head, room, from: 0))
            start += Self.room(for: file.source.byteCount)
        }
        members = zip(files, blocks).map { file, block in
            Member(file, head: head[block ?? 0..<0], hasFailed: block == nil)
        }
        let bytes = head
        take(bytes.span, blocks.enumerated().map { ($0, $1) })
        try readRest(buffers)
        conclude()
    }

    /// Where a block was read to; nil when it could not be.
    private static func read(
        _ source: FileSource, into buffer: inout [UInt8], _ room: Range<Int>, from offset: Int
    ) -> Range<Int>? {
        guard let count = try? source.fill(&buffer, room, from: offset) else { return nil }
        return room.lowerBound..<room.lowerBound + count
    }

    /// Reads one block of each file that has more, until none has.
    private mutating func readRest(_ buffers: BufferPool) throws(ExtractionError) {
        guard members.contains(where: { !$0.isRead }) else { return }
        var buffer = buffers.take()
        defer { buffers.giveBack(buffer) }
        while case let unread = members.indices.filter({ !members[$0].isRead }), !unread.isEmpty {
            if Task.isCancelled { throw ExtractionError(.cancelled, "the task was cancelled") }
            var blocks: [(Int, Range<Int>?)] = []
            for (slot, index) in unread.enumerated() {
                let member = members[index]
                let count = min(Self.blockByteCount, member.source.byteCount - member.position)
                let start = slot * Self.blockByteCount
                let room = start..<start + count
                blocks.append((index, Self.read(member.source, into: &buffer, room, from: member.position)))
            }
            take(buffer.span, blocks)
        }
    }

    /// Feeds the next block of some files to all that want it; a block that is shorter than it should be is the last.
    private mutating func take(_ bytes: Span<UInt8>, _ blocks: [(index: Int, range: Range<Int>?)]) {
        var pieces: [ContentPiece] = []
        for (index, range) in blocks {
            guard let range else {
                members[index].hasFailed = true
                continue
            }
            members[index].sniffer?.update(bytes.extracting(range))
            let end = members[index].position + range.count
            let isLast = end >= members[index].source.byteCount || range.count < Self.blockByteCount
            members[index].position = isLast ? .max : end
            pieces.append(ContentPiece(of: index, range: range, isLast: isLast))
        }
        hashers?.update(bytes, pieces)
    }

    private mutating func conclude() {
        for index in members.indices {
            if let digests = hashers?.checksums(of: index) {
                members[index].evidence.subject.checksums = ChecksumValues(digests)
            }
            if let verdict = members[index].sniffer?.finalize() {
                members[index].evidence.extraction.merge(Extraction(verdict))
            }
        }
    }
}

extension FileGroup.Member {
    fileprivate init(
        _ file: (source: FileSource, status: FileStatus, hint: FormatHint), head: ArraySlice<UInt8>, hasFailed: Bool
    ) {
        source = file.source
        status = file.status
        headed = HeadedSource(head: head, base: file.source)
        self.hasFailed = hasFailed
        let type = ContentType(of: headed, hint: file.hint)
        evidence = Evidence(type, byteCount: file.source.byteCount)
        sniffer = type.isTable ? CSVSniffer() : nil
    }
}
