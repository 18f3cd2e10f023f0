/// The first bytes of a source, and a bounded way to look elsewhere in it.
///
/// Offsets count from the start of the source; nothing here traps.
struct Sample {
    /// The first bytes.
    let head: ArraySlice<UInt8>
    /// The whole.
    let source: any ByteSource

    /// The most bytes that one look elsewhere may fetch: 256 KiB.
    static let lookByteCount = 1 << 18

    /// The byte at an offset inside the head.
    subscript(offset: Int) -> UInt8? {
        guard offset >= 0, offset < head.count else { return nil }
        return head[head.startIndex + offset]
    }

    /// The length of the source; never less than the head, whatever the source says.
    var byteCount: Int { max(source.byteCount, head.count) }

    /// An integer inside the head.
    func integer<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, at offset: Int, _ order: ByteOrder = .big
    ) -> T? {
        head.integer(type, at: offset, order)
    }

    /// Whether the head has this ASCII text at an offset.
    func has(_ text: String, at offset: Int) -> Bool {
        head.has(text, at: offset)
    }

    /// Bytes from anywhere: out of the head where they lie there, else from the source. A source that fails is as one
    /// that ends.
    func bytes(at offset: Int, count: Int) -> ArraySlice<UInt8> {
        guard offset >= 0, offset < byteCount else { return [] }
        let wanted = offset..<offset + min(max(0, count), byteCount - offset, Self.lookByteCount)
        guard wanted.upperBound > head.count else { return head.dropFirst(offset).prefix(wanted.count) }
        return (try? source.read(wanted)) ?? []
    }

    /// The last bytes.
    func tail(_ count: Int) -> ArraySlice<UInt8> {
        bytes(at: max(0, byteCount - count), count: count)
    }
}

extension ArraySlice<UInt8> {
    /// An integer at an offset from the slice's first byte; nil when it does not lie inside.
    func integer<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, at offset: Int, _ order: ByteOrder = .big
    ) -> T? {
        guard offset >= 0, offset <= count - T.bitWidth / 8 else { return nil }
        var value: T.Magnitude = 0
        for index in 0..<T.bitWidth / 8 {
            let byte = T.Magnitude(truncatingIfNeeded: self[startIndex + offset + index])
            value |= byte << T.Magnitude(8 * (order == .big ? T.bitWidth / 8 - 1 - index : index))
        }
        return T(truncatingIfNeeded: value)
    }

    /// Whether this text stands at an offset from the slice's first byte.
    func has(_ text: String, at offset: Int = 0) -> Bool {
        guard offset >= 0, offset <= count else { return false }
        return dropFirst(offset).starts(with: text.utf8)
    }

    /// The bytes at an offset from the slice's first byte, read as ASCII; other bytes become question marks.
    func ascii(at offset: Int, count length: Int) -> String {
        let bytes = dropFirst(Swift.max(0, offset)).prefix(Swift.max(0, length))
        return String(decoding: bytes.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
