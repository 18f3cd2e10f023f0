/// A position in a ``ByteSource``, read through a window of bounded size.
///
/// For formats whose parts lie anywhere in a large file. The window holds `windowByteCount` bytes at most, so memory
/// does not depend on what the file claims.
///
/// ```swift
/// var reader = SourceReader(source)
/// try reader.seek(to: 8)
/// let width = try reader.read(UInt32.self)
/// ```
public struct SourceReader: Sendable {
    private let source: any ByteSource
    private let windowByteCount: Int
    private var window: ArraySlice<UInt8> = []
    private var windowStart = 0

    /// The offset of the next byte, from the start of the source.
    public private(set) var offset = 0

    /// Makes a reader at the start of `source`.
    ///
    /// - Parameters:
    ///   - source: The bytes to read.
    ///   - windowByteCount: How many bytes are fetched at once.
    public init(_ source: any ByteSource, windowByteCount: Int = 65_536) {
        self.source = source
        byteCount = source.byteCount
        self.windowByteCount = max(64, windowByteCount)
    }

    /// The length of the source, in bytes.
    public let byteCount: Int

    /// The number of bytes left.
    public var remaining: Int { max(0, byteCount - offset) }

    /// Moves to an offset from the start of the source.
    ///
    /// - Parameter offset: May be the length of the source, not more.
    /// - Throws: ``ExtractionError`` with code `truncated` when it lies outside the source.
    public mutating func seek(to offset: Int) throws(ExtractionError) {
        guard offset >= 0, offset <= byteCount else {
            throw .truncated(at: byteCount, needed: offset - byteCount)
        }
        self.offset = offset
    }

    /// Moves forward.
    ///
    /// - Parameter count: How many bytes to pass over.
    /// - Throws: ``ExtractionError`` with code `truncated` past the end, `corrupt` when `count` is negative.
    public mutating func skip(_ count: Int) throws(ExtractionError) {
        guard count >= 0 else { throw .corrupt("negative length", at: offset) }
        guard count <= remaining else { throw .truncated(at: byteCount, needed: count - remaining) }
        offset += count
    }

    /// Reads exactly `count` bytes.
    ///
    /// - Parameter count: How many bytes; the caller checks it against a limit first.
    /// - Returns: The bytes; copied only when they do not lie in the window.
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer are left, `corrupt` when `count` is negative.
    public mutating func bytes(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard count >= 0 else { throw .corrupt("negative length", at: offset) }
        guard count <= remaining else { throw .truncated(at: byteCount, needed: count - remaining) }
        let bytes = try load(count)
        guard bytes.count == count else { throw .truncated(at: offset + bytes.count, needed: count - bytes.count) }
        offset += count
        return bytes
    }

    /// Reads an integer of fixed width.
    ///
    /// - Parameters:
    ///   - type: The integer's type; its width is the number of bytes read.
    ///   - order: The order of the bytes.
    /// - Returns: The value.
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer bytes are left.
    public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, _ order: ByteOrder = .big
    ) throws(ExtractionError) -> T {
        let start = offset
        let slice = try bytes(T.bitWidth / 8)
        var reader = ByteReader(slice.span, at: start)
        return try reader.read(type, order)
    }

    private mutating func load(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        if offset < windowStart || offset + count > windowStart + window.count {
            window = try source.read(
                offset..<(offset + count), upTo: min(byteCount - offset, max(count, windowByteCount)))
            windowStart = offset
        }
        let start = window.startIndex + (offset - windowStart)
        return window[start..<min(window.endIndex, start + count)]
    }
}
