/// Output of unknown length, kept as it comes: nothing is copied while it grows, and what grows too far costs no more
/// than the limit.
struct Blocks {
    /// How much is to be decompressed next: little of what is short, and few blocks of what is long.
    var nextByteCount: Int { min(1 << 20, max(1 << 16, byteCount)) }

    private var blocks: [[UInt8]] = []
    private(set) var byteCount = 0

    mutating func append(_ block: [UInt8]) {
        blocks.append(block)
        byteCount += block.count
    }

    /// All of it in one piece; each block is given up when it was copied, so that memory never holds all of it twice.
    mutating func joined() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        blocks.reverse()
        while let block = blocks.popLast() { bytes += block }
        return bytes
    }
}
