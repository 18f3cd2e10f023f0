internal import Synchronization

/// Buffers of one size that are used again and again; it never holds more than were in use at once.
final class BufferPool: Sendable {
    let byteCount: Int
    private let free = Mutex<[[UInt8]]>([])

    init(byteCount: Int) {
        self.byteCount = byteCount
    }

    func take() -> [UInt8] {
        free.withLock { $0.popLast() } ?? [UInt8](repeating: 0, count: byteCount)
    }

    func giveBack(_ buffer: consuming [UInt8]) {
        free.withLock { [buffer] in $0.append(buffer) }
    }
}
