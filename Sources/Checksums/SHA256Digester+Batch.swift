extension SHA256Digester {
    /// The digests of several independent messages, in one thread.
    ///
    /// One message leaves the CPU's SHA-256 unit idle for half of the time, as
    /// each step waits for the one before. Where the CPU has the instructions,
    /// up to four messages advance in step, about twice as fast; elsewhere
    /// this is the same as digesting one after the other.
    ///
    /// ```swift
    /// let digests = SHA256Digester.digests(of: smallFiles.map { $0[...] })
    /// ```
    ///
    /// - Parameter messages: The messages; best of like lengths, in any order.
    /// - Returns: The digests, in the order of the messages.
    /// - Complexity: O(n) in the count of all bytes; they are copied once, so
    ///   that ``ContentHasherGroup`` is faster where they stand together already.
    public static func digests(of messages: [ArraySlice<UInt8>]) -> [SHA256Digest] {
        guard messages.count > 1 else { return messages.map(digest) }
        var group = SHA256Group(count: messages.count)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(messages.reduce(0) { $0 + $1.count })
        let pieces = messages.enumerated().map { index, message in
            let start = bytes.count
            bytes += message
            return ContentPiece(of: index, range: start..<bytes.count, isLast: true)
        }
        group.update(bytes.span, pieces)
        return messages.indices.map { group.digest(of: $0) }
    }

    private static func digest(of message: ArraySlice<UInt8>) -> SHA256Digest {
        var digester = SHA256Digester()
        digester.update(message.span)
        return digester.finalize()
    }
}
