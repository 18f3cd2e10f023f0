internal import CSVSniffing
internal import Checksums
internal import MetadataCore

/// Two long tables that are read, hashed and sniffed together, a block of each in turn, as two contents are hashed in
/// little more time than one.
struct TablePair {
    /// What the reading of one table has come to.
    private struct Progress {
        let source: FileSource
        var position = 0
        var isRead = false
        var sniffer = CSVSniffer()

        /// Reads the next block into one half of a buffer; one that is shorter than it should be is the last.
        ///
        /// - Returns: Where it stands.
        mutating func readBlock(into buffer: inout [UInt8], half: Int) throws(ExtractionError) -> Range<Int> {
            // Whole blocks of the digest, so that none is cut.
            let blockByteCount = buffer.count / 2 & ~63
            let start = half * blockByteCount
            let room = start..<start + min(blockByteCount, source.byteCount - position)
            let count = try source.fill(&buffer, room, from: position)
            position += count
            isRead = position >= source.byteCount || count < blockByteCount
            return start..<start + count
        }
    }

    private var tables: [Progress]
    private var hashers = ContentHasherGroup(count: 2)

    /// Reads two tables from their first to their last byte.
    ///
    /// - Parameters:
    ///   - one: A table that was left out of its group; its evidence is complete afterwards.
    ///   - other: Another one.
    ///   - buffer: Where blocks of both go.
    /// - Throws: `cancelled` between two blocks, `unreadable` when the bytes of one cannot be had; both are then left
    ///   out as before.
    static func read(
        _ one: inout FileGroup.Member, _ other: inout FileGroup.Member, through buffer: inout [UInt8]
    ) throws(ExtractionError) {
        var pair = TablePair(tables: [Progress(source: one.source), Progress(source: other.source)])
        repeat {
            if Task.isCancelled { throw ExtractionError(.cancelled, "the task was cancelled") }
            try pair.readBlocks(through: &buffer)
        } while !pair.tables.allSatisfy(\.isRead)
        pair.conclude(0, &one)
        pair.conclude(1, &other)
    }

    private mutating func readBlocks(through buffer: inout [UInt8]) throws(ExtractionError) {
        var pieces: [ContentPiece] = []
        for index in tables.indices where !tables[index].isRead {
            let range = try tables[index].readBlock(into: &buffer, half: index)
            tables[index].sniffer.update(buffer.span.extracting(range))
            pieces.append(ContentPiece(of: index, range: range, isLast: tables[index].isRead))
        }
        hashers.update(buffer.span, pieces)
    }

    private mutating func conclude(_ index: Int, _ member: inout FileGroup.Member) {
        member.conclude(ChecksumValues(hashers.checksums(of: index)), tables[index].sniffer.finalize())
    }
}
