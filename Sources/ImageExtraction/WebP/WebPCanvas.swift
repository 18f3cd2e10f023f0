internal import MetadataCore

/// The size and kind of a WebP image, from one of the three chunks that say it.
struct WebPCanvas {
    let width: Int
    let height: Int
    /// nil where the chunk does not say.
    let hasAlpha: Bool?
    let isAnimated: Bool
    let model: String?
    let source: Finding.Source
    let offset: Int

    /// Whether the extended header said it: then it is the whole canvas.
    var isExtended: Bool { source == Self.extendedSource }

    private static let extendedSource: Finding.Source = "webp-vp8x"

    /// How much of each chunk is read.
    static let lossyByteCount = 10
    static let losslessByteCount = 5
    static let extendedByteCount = 10

    /// Reads a VP8 key frame (RFC 6386, 9.1): frame tag, start code, 14 bits of width and of height, scales.
    init(lossy bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset)
        try reader.skip(3)
        guard reader.starts(with: [0x9D, 0x01, 0x2A]) else { throw .corrupt("no VP8 key frame", at: offset) }
        try reader.skip(3)
        width = Int(try reader.read(UInt16.self, .little) & 0x3FFF)
        height = Int(try reader.read(UInt16.self, .little) & 0x3FFF)
        hasAlpha = false
        isAnimated = false
        model = "ycbcr"
        source = "webp-vp8"
        self.offset = offset
    }

    /// Reads a lossless header (RFC 9649, 3.4): signature, 14 bits of width - 1 and of height - 1, alpha.
    init(lossless bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset)
        guard try reader.read(UInt8.self) == 0x2F else { throw .corrupt("no VP8L signature", at: offset) }
        let bits = try reader.read(UInt32.self, .little)
        width = Int(bits & 0x3FFF) + 1
        height = Int(bits >> 14 & 0x3FFF) + 1
        hasAlpha = bits >> 28 & 1 == 1
        isAnimated = false
        model = "rgb"
        source = "webp-vp8l"
        self.offset = offset
    }

    /// Reads an extended header (RFC 9649, 2.7): flags, reserved, 24 bits of width - 1 and of height - 1.
    init(extended bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset)
        let flags = try reader.read(UInt32.self, .little)
        let low = try reader.read(UInt32.self, .little)
        let high = try reader.read(UInt16.self, .little)
        width = Int(low & 0xFF_FFFF) + 1
        height = Int(UInt32(high) << 8 | low >> 24) + 1
        hasAlpha = flags & 0x10 != 0
        isAnimated = flags & 0x02 != 0
        model = nil
        source = Self.extendedSource
        self.offset = offset
    }
}
