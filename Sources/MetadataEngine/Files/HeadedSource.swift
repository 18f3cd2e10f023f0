internal import MetadataCore

/// A source whose first bytes are in memory already, so that readers of headers cost no further system call.
struct HeadedSource: ByteSource {
    let head: ArraySlice<UInt8>
    let base: any ByteSource

    var byteCount: Int { base.byteCount }
    var fileDescriptor: Int32? { base.fileDescriptor }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        guard range.upperBound <= head.count else { return try base.read(range) }
        return head[(head.startIndex + range.lowerBound)..<(head.startIndex + range.upperBound)]
    }

    func read(_ range: Range<Int>, upTo count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        guard range.upperBound <= head.count else { return try base.read(range, upTo: count) }
        return head.dropFirst(range.lowerBound).prefix(max(range.count, count))
    }
}
