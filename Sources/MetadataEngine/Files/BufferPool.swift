internal import MetadataCore

/// Buffers that are used again and again; it never holds more than were in use at once.
final class BufferPool: Sendable {
    private let byteCount: Int
    private let free = Guarded<[[UInt8]]>([])

    /// Makes a pool.
    ///
    /// - Parameter byteCount: The least length of its buffers.
    init(byteCount: Int = 0) {
        self.byteCount = byteCount
    }

    /// A buffer that nobody else uses.
    ///
    /// - Parameter count: Its least length; a shorter one grows, and keeps that length.
    /// - Returns: The buffer, with what was last in it.
    func take(atLeast count: Int = 0) -> [UInt8] {
        var buffer = free.withLock { $0.popLast() } ?? []
        buffer.lengthen(to: max(byteCount, count))
        return buffer
    }

    func giveBack(_ buffer: consuming [UInt8]) {
        free.withLock { [buffer] in $0.append(buffer) }
    }
}

extension [UInt8] {
    /// Makes a buffer longer where it is shorter; what was in it is lost then.
    mutating func lengthen(to byteCount: Int) {
        guard count < byteCount else { return }
        self = []
        self = unsafe Array(unsafeUninitializedCapacity: byteCount) { bytes, count in
            unsafe SystemCalls.preferLargePages(UnsafeMutableRawBufferPointer(bytes))
            unsafe bytes.initialize(repeating: 0)
            count = byteCount
        }
    }
}
