/// A source over bytes that are already in memory.
public struct MemorySource: ByteSource {
    private let bytes: ArraySlice<UInt8>

    /// Makes a source over a slice; offset 0 is the slice's first byte.
    ///
    /// - Parameter bytes: The whole content. It is shared, not copied.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// Makes a source over an array.
    ///
    /// - Parameter bytes: The whole content. It is shared, not copied.
    public init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// The length of the content, in bytes.
    public var byteCount: Int { bytes.count }

    /// A slice of the content, cut at its end. Nothing is copied.
    ///
    /// - Parameter range: Offsets in bytes from the start of the content.
    /// - Returns: The bytes of `range`.
    public func read(_ range: Range<Int>) -> ArraySlice<UInt8> {
        let bounds = range.clamped(to: 0..<bytes.count)
        return bytes[(bytes.startIndex + bounds.lowerBound)..<(bytes.startIndex + bounds.upperBound)]
    }
}
