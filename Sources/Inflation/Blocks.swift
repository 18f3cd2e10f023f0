/// Output of unknown length, kept as it comes: nothing is copied while it grows, and what grows too far costs no more
/// than the limit.
struct Blocks {
    /// How much is decompressed at once.
    static let blockByteCount = 65_536

    private var blocks: [[UInt8]] = []
    private(set) var byteCount = 0

    mutating func append(_ block: [UInt8]) {
        blocks.append(block)
        byteCount += block.count
    }

    /// All of it in one piece.
    func joined() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        for block in blocks { bytes += block }
        return bytes
    }
}
