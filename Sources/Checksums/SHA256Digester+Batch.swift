internal import CChecksums

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
    /// - Complexity: O(n) in the count of all bytes; no message is copied.
    public static func digests(of messages: [ArraySlice<UInt8>]) -> [SHA256Digest] {
        guard messages.count > 1, cchecksums_has_sha256() else { return messages.map(digest) }
        guard messages.count > groupCount else { return digestsInStep(of: messages) }
        // Messages of like length end together, and leave no lane idle.
        let order = messages.indices.sorted { messages[$0].count > messages[$1].count }
        var digests = Array(repeating: SHA256Digest.zero, count: messages.count)
        for start in stride(from: 0, to: order.count, by: groupCount) {
            let group = order[start..<min(start + groupCount, order.count)]
            for (index, digest) in zip(group, digestsInStep(of: group.map { messages[$0] })) {
                digests[index] = digest
            }
        }
        return digests
    }

    /// How many messages are handed to the kernel together.
    private static let groupCount = 32

    private static func digest(of message: ArraySlice<UInt8>) -> SHA256Digest {
        var digester = SHA256Digester()
        digester.update(message.span)
        return digester.finalize()
    }

    private static func digestsInStep(of messages: [ArraySlice<UInt8>]) -> [SHA256Digest] {
        var bytes = [UInt8](repeating: 0, count: messages.count * SHA256Digest.byteCount)
        var addresses: [UnsafePointer<UInt8>?] = unsafe []
        unsafe addresses.reserveCapacity(messages.count)
        unsafe withAddresses(of: messages[...], appendedTo: &addresses) { addresses in
            let lanes = Int(CCHECKSUMS_SHA256_LANES)
            unsafe cchecksums_sha256_many(addresses, messages.map(\.count), messages.count, &bytes, lanes)
        }
        return stride(from: 0, to: bytes.count, by: SHA256Digest.byteCount).map {
            SHA256Digest(computed: bytes.span.extracting(droppingFirst: $0))
        }
    }

    /// Calls `body` while the memory of all messages is accessible.
    private static func withAddresses(
        of messages: ArraySlice<ArraySlice<UInt8>>,
        appendedTo addresses: inout [UnsafePointer<UInt8>?],
        body: ([UnsafePointer<UInt8>?]) -> Void
    ) {
        guard let first = messages.first else { return unsafe body(addresses) }
        unsafe first.withUnsafeBufferPointer { buffer in
            unsafe addresses.append(buffer.baseAddress)
            unsafe withAddresses(of: messages.dropFirst(), appendedTo: &addresses, body: body)
        }
    }
}
