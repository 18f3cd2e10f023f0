/// Blocks of one object that were read lately, and what to ask for next: a value without I/O.
struct BlockCache {
    /// How much is kept, and how much is asked for at once.
    struct Shape: Hashable {
        /// Requests begin and end at multiples of this.
        var blockByteCount = 1 << 16
        /// The most blocks that are kept.
        var blockLimit = 256
        /// The most blocks of one request; at most half of what is kept.
        var requestLimit = 64
        /// So many blocks that are at hand are asked for again, when that saves a request.
        var gapLimit = 4
    }

    private struct Block {
        var bytes: ArraySlice<UInt8>
        var lastUse: Int
    }

    let shape: Shape
    private let byteCount: Int
    private var blocks: [Int: Block] = [:]
    private var uses = 0
    /// Where the last read ended, and how many blocks were asked for ahead of it.
    private var sequence = (end: -1, ahead: 0)

    init(byteCount: Int, shape: Shape = Shape()) {
        self.byteCount = byteCount
        self.shape = shape
    }

    private var blockCount: Int { (byteCount + shape.blockByteCount - 1) / shape.blockByteCount }

    /// Notes that a read begins. Reads that follow each other ask for ever more ahead, up to the limit of a request.
    mutating func begin(_ range: Range<Int>) {
        sequence.ahead = range.lowerBound == sequence.end ? min(shape.requestLimit, sequence.ahead * 2 + 1) : 0
        sequence.end = range.upperBound
    }

    /// The bytes at hand from `offset` on, up to the end of their block.
    mutating func bytes(at offset: Int) -> ArraySlice<UInt8>? {
        let index = offset / shape.blockByteCount
        guard var block = blocks[index] else { return nil }
        uses += 1
        block.lastUse = uses
        blocks[index] = block
        return block.bytes.dropFirst(offset - index * shape.blockByteCount)
    }

    /// What to ask for when the block of `offset` is not at hand.
    ///
    /// - Parameters:
    ///   - offset: The first byte that is missing.
    ///   - end: Where the read ends.
    /// - Returns: Whole blocks, cut at the end of the object.
    func request(at offset: Int, before end: Int) -> Range<Int> {
        let first = offset / shape.blockByteCount
        let wanted = (max(end, offset + 1) - 1) / shape.blockByteCount + 1
        let bound = min(blockCount, first + shape.requestLimit, wanted + sequence.ahead)
        var last = first
        var gap = 0
        for index in first..<bound {
            gap = blocks[index] == nil ? 0 : gap + 1
            if gap == 0 { last = index }
            if gap > shape.gapLimit { break }
        }
        return first * shape.blockByteCount..<min(byteCount, (last + 1) * shape.blockByteCount)
    }

    /// Keeps what was received, and forgets what was not used for longest.
    ///
    /// - Parameters:
    ///   - bytes: Whole blocks.
    ///   - offset: Where they begin.
    mutating func store(_ bytes: [UInt8], at offset: Int) {
        for start in stride(from: 0, to: bytes.count, by: shape.blockByteCount) {
            uses += 1
            let block = Array(bytes[start..<min(bytes.count, start + shape.blockByteCount)])
            blocks[(offset + start) / shape.blockByteCount] = Block(bytes: block[...], lastUse: uses)
        }
        let excess = blocks.count - shape.blockLimit
        guard excess > 0 else { return }
        for (index, _) in blocks.sorted(by: { $0.value.lastUse < $1.value.lastUse }).prefix(excess) {
            blocks[index] = nil
        }
    }
}
