/// A position in a span of bytes: every read is checked against the end, none can trap.
///
/// ```swift
/// var reader = ByteReader(bytes.span, at: 158)
/// let precision = try reader.read(UInt8.self)
/// let height = try reader.read(UInt16.self)           // big-endian unless told otherwise
/// ```
///
/// An error tells the offset in the file: `at` is where the span's first byte stands there.
public struct ByteReader: ~Escapable {
    @usableFromInline let span: Span<UInt8>
    @usableFromInline let baseOffset: Int

    @usableFromInline var cursor = 0

    /// The number of bytes read so far.
    @inlinable public var position: Int { cursor }

    /// Makes a reader at the first byte of `span`.
    ///
    /// - Parameters:
    ///   - span: The bytes to read.
    ///   - baseOffset: The offset of the first byte in the file, for error messages.
    @inlinable
    @_lifetime(copy span)
    public init(_ span: Span<UInt8>, at baseOffset: Int = 0) {
        self.span = span
        self.baseOffset = baseOffset
        self.cursor = 0
    }

    /// The number of bytes left.
    @inlinable public var remaining: Int { span.count - position }

    /// The position as an offset in the file.
    @inlinable public var offset: Int { baseOffset + position }

    /// Whether nothing is left.
    @inlinable public var isAtEnd: Bool { position == span.count }

    /// Reads an integer of fixed width.
    ///
    /// - Parameters:
    ///   - type: The integer's type; its width is the number of bytes read.
    ///   - order: The order of the bytes.
    /// - Returns: The value.
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer bytes are left.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, _ order: ByteOrder = .big
    ) throws(ExtractionError) -> T {
        let width = MemoryLayout<T>.size
        guard remaining >= width else { throw .truncated(at: offset, needed: width - remaining) }
        // Safe: so many bytes are left, and the cursor is never negative.
        let value = unsafe span.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: cursor, as: T.self)
        cursor += width
        return order == .big ? T(bigEndian: value) : T(littleEndian: value)
    }

    /// Looks at the byte `distance` places ahead, without moving.
    ///
    /// - Parameter distance: 0 is the next byte to be read.
    /// - Returns: The byte, or nil past the end.
    @inlinable
    public func peek(_ distance: Int = 0) -> UInt8? {
        let (index, overflow) = position.addingReportingOverflow(distance)
        guard !overflow, index >= 0, index < span.count else { return nil }
        return span[index]
    }

    /// Moves forward.
    ///
    /// - Parameter count: How many bytes to pass over.
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer are left; `corrupt` when `count` is negative.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func skip(_ count: Int) throws(ExtractionError) {
        guard count >= 0 else { throw .corrupt("negative length", at: offset) }
        guard remaining >= count else { throw .truncated(at: offset, needed: count - remaining) }
        cursor += count
    }

    /// Moves to a position counted from the first byte.
    ///
    /// - Parameter position: 0 is the span's first byte; its length is allowed.
    /// - Throws: ``ExtractionError`` with code `truncated` when it lies outside.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func seek(to position: Int) throws(ExtractionError) {
        guard position >= 0, position <= span.count else {
            throw .truncated(at: baseOffset, needed: position - span.count)
        }
        cursor = position
    }

    /// Reads `count` bytes as a span of their own: parse inside it, and what lies behind cannot be reached.
    ///
    /// - Parameter count: How many bytes to take.
    /// - Returns: The bytes, not copied.
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer are left; `corrupt` when `count` is negative.
    @inlinable
    @_lifetime(copy self)
    public mutating func readSpan(_ count: Int) throws(ExtractionError) -> Span<UInt8> {
        let start = position
        try skip(count)
        return span.extracting(start..<position)
    }

    /// Whether the next bytes are exactly `prefix`. Nothing is read.
    ///
    /// - Parameter prefix: The bytes to compare with.
    /// - Returns: False also where fewer bytes are left.
    @inlinable
    public func starts(with prefix: some Collection<UInt8>) -> Bool {
        var index = position
        for byte in prefix {
            guard index < span.count, span[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
