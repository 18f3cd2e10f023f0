/// Counts the lines that would be records of their own if the quote before them were text.
struct SwallowedLines: Sendable {
    private(set) var count = 0
    private var isAtLineStart = false

    init() {}

    /// Counts the lines with content that begin in the bytes.
    init(in bytes: Span<UInt8>, from start: Int) {
        for index in start..<bytes.count { add(bytes[index]) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        if byte.isTerminator {
            isAtLineStart = true
        } else if isAtLineStart {
            isAtLineStart = false
            count &+= 1
        }
    }
}
