internal import CSVSniffing
internal import Checksums
internal import MetadataCore
internal import Normalization

/// Small files that are read and hashed together: independent contents keep the processor's SHA-256 unit busy.
///
/// The first blocks of all stand in one buffer, where the readers find them afterwards; what follows is read and hashed
/// one block of each file at a time, of the longest files first.
struct FileGroup {
    /// The most files of a group: among so many, enough are large to advance together to their ends.
    static let maximumCount = 256
    /// The most bytes of a file that is read together with others; larger ones would hold them up.
    static let maximumByteCount = 4 << 20
    /// The most bytes of all files together: none waits long for the others.
    static let totalByteCount = 64 << 20
    /// The most bytes of all first blocks together, of all groups that are read at once.
    static let headsByteCount = 8 << 20
    /// The most bytes of one block, and how many are read at a time: no more than a core's cache holds.
    static let blockByteCount = 64 << 10
    static let blockCount = 16

    /// What fits into a group.
    struct Capacity {
        private var heads: Int
        private var total = FileGroup.totalByteCount

        /// The capacity of each of several groups that are read at once.
        init(sharedBy groupCount: Int) {
            heads = FileGroup.headsByteCount / groupCount
        }

        func hasRoom(for byteCount: Int) -> Bool {
            byteCount <= min(FileGroup.maximumByteCount, total) && FileGroup.room(for: byteCount) <= heads
        }

        mutating func take(_ byteCount: Int) {
            heads -= min(heads, FileGroup.room(for: byteCount))
            total -= min(total, byteCount)
            if byteCount > FileGroup.maximumByteCount { total = 0 }
        }
    }

    /// The bytes that a file's first block takes, up to a whole line of the cache.
    fileprivate static func room(for byteCount: Int) -> Int {
        (min(byteCount, blockByteCount) + 63) & ~63
    }

    /// A file of the group.
    struct Member {
        let source: FileSource
        let status: FileStatus
        private let isTable: Bool
        fileprivate(set) var evidence: Evidence
        /// The first block, for the readers.
        fileprivate(set) var headed: HeadedSource
        fileprivate var position = 0
        /// Whether it is to be read apart: the system refused a block, which the next attempt tells; or it is a long
        /// table, as the sniffers of many would take too much memory at once.
        fileprivate(set) var isLeftOut = false

        fileprivate var isRead: Bool { isLeftOut || position >= source.byteCount }
        fileprivate var left: Int { source.byteCount - position }
    }

    private(set) var members: [Member] = []
    private var hashers: ContentHasherGroup?

    /// Reads all files from their first to their last byte.
    ///
    /// - Parameters:
    ///   - files: The files and the hints of their names.
    ///   - computesChecksums: Whether digests are wanted.
    ///   - heads: Where the first blocks go; it grows to hold them, and the members share it.
    ///   - buffers: Where another buffer is taken from, for what follows.
    /// - Throws: `cancelled` between two blocks.
    init(
        reading files: [(source: FileSource, status: FileStatus, hint: FormatHint)], computesChecksums: Bool,
        heads: inout [UInt8], buffers: BufferPool
    ) throws(ExtractionError) {
        if computesChecksums { hashers = ContentHasherGroup(count: files.count) }
        let needed = files.reduce(0) { $0 + Self.room(for: $1.source.byteCount) }
        heads.lengthen(to: needed)
        var blocks: [Range<Int>?] = []
        var start = 0
        for file in files {
            let room = start..<start + min(file.source.byteCount, Self.blockByteCount)
            blocks.append(Self.read(file.source, into: &heads, room, from: 0))
            start += Self.room(for: file.source.byteCount)
        }
        members = zip(files, blocks).map { file, block in
            Member(file, head: block.map { heads[$0] })
        }
        let bytes = heads
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

    /// Reads one block of each of the files that have most to come, until none has more.
    private mutating func readRest(_ buffers: BufferPool) throws(ExtractionError) {
        var unread = members.indices.filter { !members[$0].isRead }
        guard !unread.isEmpty else { return }
        var buffer = buffers.take(atLeast: Self.blockCount * Self.blockByteCount)
        defer { buffers.giveBack(buffer) }
        while !unread.isEmpty {
            if Task.isCancelled { throw ExtractionError(.cancelled, "the task was cancelled") }
            unread.sort { members[$0].left > members[$1].left }
            var blocks: [(Int, Range<Int>?)] = []
            for (slot, index) in unread.prefix(Self.blockCount).enumerated() {
                let member = members[index]
                let count = min(Self.blockByteCount, member.source.byteCount - member.position)
                let start = slot * Self.blockByteCount
                let room = start..<start + count
                blocks.append((index, Self.read(member.source, into: &buffer, room, from: member.position)))
            }
            take(buffer.span, blocks)
            unread.removeAll { members[$0].isRead }
        }
    }

    /// Feeds the next block of some files to all that want it; a block that is shorter than it should be is the last.
    private mutating func take(_ bytes: Span<UInt8>, _ blocks: [(index: Int, range: Range<Int>?)]) {
        var pieces: [ContentPiece] = []
        for (index, range) in blocks {
            guard let range, !members[index].isLeftOut else {
                members[index].isLeftOut = true
                continue
            }
            let end = members[index].position + range.count
            let isLast = end >= members[index].source.byteCount || range.count % 64 != 0 || range.isEmpty
            members[index].position = isLast ? .max : end
            pieces.append(ContentPiece(of: index, range: range, isLast: isLast))
        }
        hashers?.update(bytes, pieces)
    }

    private mutating func conclude() {
        for index in members.indices where !members[index].isLeftOut {
            members[index].evidence.subject.checksums = hashers.map { ChecksumValues($0.checksums(of: index)) }
        }
    }
}

extension FileGroup.Member {
    /// Identifies a file by its first block, nil when that could not be read.
    fileprivate init(
        _ file: (source: FileSource, status: FileStatus, hint: FormatHint), head: ArraySlice<UInt8>?
    ) {
        source = file.source
        status = file.status
        headed = HeadedSource(head: head ?? [], base: file.source)
        let type = ContentType(of: headed, hint: file.hint)
        evidence = Evidence(type, byteCount: file.source.byteCount)
        isTable = type.isTable
        isLeftOut = head == nil || isLongTable
    }

    /// Whether it is a table and goes on behind its first block.
    private var isLongTable: Bool { isTable && headed.head.count < source.byteCount }

    /// Whether it is a long table with short lines: two of these may be sniffed at once.
    var isLongNarrowTable: Bool {
        isLongTable && headed.head.count { $0 == 0x0A } * Self.narrowLineByteCount >= FileGroup.blockByteCount
    }

    private static var narrowLineByteCount: Int { 1_024 }

    /// Sniffs a table: done when its turn comes, as what is found in many wide ones would fill the memory.
    mutating func sniff() {
        guard isTable, !isLongTable, !isLeftOut else { return }
        var sniffer = CSVSniffer()
        sniffer.update(headed.head.span)
        evidence.extraction.merge(Extraction(sniffer.finalize()))
    }

    /// Takes what the reading of a long table gave.
    mutating func conclude(_ checksums: ChecksumValues, _ verdict: CSVVerdict) {
        evidence.subject.checksums = checksums
        evidence.extraction.merge(Extraction(verdict))
        isLeftOut = false
    }
}
