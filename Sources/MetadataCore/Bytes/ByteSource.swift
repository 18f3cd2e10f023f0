/// Bytes of known length that can be read at any offset: a file, a buffer, an object in a store.
///
/// Reading is bounded by the caller: a source returns what was asked for and never more. A source is read by one
/// extractor at a time, but may be handed from task to task.
///
/// ```swift
/// let source = MemorySource([0xFF, 0xD8, 0xFF, 0xE0])
/// let magic = try source.read(0..<2)      // [0xFF, 0xD8]
/// let tail = try source.read(3..<100)     // [0xE0]: cut at the end
/// ```
public protocol ByteSource: Sendable {
    /// The length of the whole, in bytes.
    var byteCount: Int { get }

    /// An open descriptor on the same bytes, where there is one. It is borrowed: the source closes it.
    var fileDescriptor: Int32? { get }

    /// Reads the bytes of `range`, cut at the end of the source.
    ///
    /// - Parameter range: Offsets in bytes from the start. Its lower bound may lie past the end.
    /// - Returns: The bytes; fewer than asked for only where the source ends inside `range`, empty past it.
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8>

    /// Reads the bytes of `range`, and more of what follows where that costs no further request.
    ///
    /// - Parameters:
    ///   - range: What the reader cannot do without.
    ///   - count: How many bytes from the range's beginning it has use for.
    /// - Returns: The bytes, at least those of `range`; fewer only where the source ends.
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    func read(_ range: Range<Int>, upTo count: Int) throws(ExtractionError) -> ArraySlice<UInt8>

    /// Reads the bytes from `offset` on into a buffer that the caller reuses.
    ///
    /// - Parameters:
    ///   - buffer: Overwritten from its start; its count is the most that is read.
    ///   - offset: Where to begin, in bytes from the start of the source.
    /// - Returns: How many bytes were read; fewer than the buffer holds only at the end of the source.
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int
}

extension ByteSource {
    /// No descriptor.
    public var fileDescriptor: Int32? { nil }

    /// Reads all that the reader has use for: a request is the same whether it is short or long.
    ///
    /// - Parameters:
    ///   - range: What the reader cannot do without.
    ///   - count: How many bytes from the range's beginning it has use for.
    /// - Returns: The bytes, cut at the end of the source.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    public func read(_ range: Range<Int>, upTo count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        try read(range.lowerBound..<max(range.upperBound, range.lowerBound + count))
    }

    /// Reads a range and copies it.
    ///
    /// - Parameters:
    ///   - buffer: Overwritten from its start.
    ///   - offset: Where to begin.
    /// - Returns: How many bytes were read.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    public func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int {
        let bytes = try read(offset..<(offset + buffer.count))
        buffer.replaceSubrange(0..<bytes.count, with: bytes)
        return bytes.count
    }

    /// Reads at most `count` bytes from the start.
    ///
    /// - Parameter count: How many bytes to read at most; the caller's bound on memory.
    /// - Returns: The first bytes of the source.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    public func head(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        try read(0..<max(0, min(count, byteCount)))
    }

    /// Reads at most `count` bytes from the end.
    ///
    /// - Parameter count: How many bytes to read at most; the caller's bound on memory.
    /// - Returns: The last bytes of the source.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    public func tail(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        try read(max(0, byteCount - max(0, count))..<byteCount)
    }
}
