internal import MetadataCore

/// The header behind the file header; its length tells its kind.
struct BMPHeader {
    let width: Int
    /// Without the sign that means rows from the top.
    let height: Int
    let bitCount: Int
    /// Pixels a metre; 0 where the header does not say.
    private(set) var resolution: (x: Double, y: Double) = (0, 0)
    /// nil where the header has none.
    private(set) var alphaMask: UInt32?
    /// Where an embedded profile stands, from the start of the header.
    private(set) var profile: (offset: Int, byteCount: Int)?

    private static let coreByteCount = 12
    /// A truncated `OS22XBITMAPHEADER`: size, width, height, planes, bits.
    private static let shortByteCount = 16
    /// `BITMAPINFOHEADER`.
    private static let infoByteCount = 40
    private static let alphaByteCount = 56
    /// `OS22XBITMAPHEADER`, whose bytes 40...63 mean other things than those of the headers around it.
    private static let os2ByteCount = 64
    private static let version5ByteCount = 124
    private static let largestByteCount = 1_000_000

    /// Reads a header of any kind.
    ///
    /// - Throws: ``ExtractionError`` with code `unsupported` for a length that no header has, `truncated` where the
    ///   file ends before the size.
    init(_ reader: inout SourceReader) throws(ExtractionError) {
        let start = reader.offset
        let byteCount = Int(try reader.read(UInt32.self, .little))
        guard byteCount == Self.coreByteCount || (Self.shortByteCount..<Self.largestByteCount).contains(byteCount)
        else { throw ExtractionError(.unsupported, "a header of \(byteCount) bytes", at: start) }
        if byteCount == Self.coreByteCount {
            width = Int(try reader.read(UInt16.self, .little))
            height = Int(try reader.read(UInt16.self, .little))
        } else {
            width = Int(try reader.read(UInt32.self, .little))
            height = abs(Int(try reader.read(Int32.self, .little)))
        }
        let planesAndBits = reader.remaining < 4 ? 0 : try reader.read(UInt32.self, .little)
        bitCount = Int(planesAndBits >> 16)
        try readRest(&reader, from: start, byteCount)
    }

    /// What headers of 40 bytes and more say; a file that ends before it says less.
    private mutating func readRest(
        _ reader: inout SourceReader, from start: Int, _ byteCount: Int
    ) throws(ExtractionError) {
        guard byteCount >= Self.infoByteCount, reader.byteCount - start >= byteCount else { return }
        try reader.seek(to: start + 24)
        let x = try reader.read(Int32.self, .little)
        let y = try reader.read(Int32.self, .little)
        resolution = (Double(x), Double(y))
        guard byteCount >= Self.alphaByteCount, byteCount != Self.os2ByteCount else { return }
        try reader.seek(to: start + 52)
        alphaMask = try reader.read(UInt32.self, .little)
        guard byteCount >= Self.version5ByteCount, try reader.read(UInt32.self, .little) == Self.embeddedProfile
        else { return }
        try reader.seek(to: start + 112)
        let offset = try reader.read(UInt32.self, .little)
        profile = (Int(offset), Int(try reader.read(UInt32.self, .little)))
    }

    /// `MBED` (Microsoft, `BITMAPV5HEADER`, bV5CSType).
    private static let embeddedProfile: UInt32 = 0x4D42_4544

    /// Bits a sample: of the index in a palette, else of each colour.
    var bitDepth: Int? {
        switch bitCount {
        case 1...8: bitCount
        case 16: 5
        case 24, 32: 8
        default: nil
        }
    }

    /// Samples a pixel.
    var channels: Int? {
        switch bitCount {
        case 1...8: 1
        case 16, 24: 3
        case 32: alphaMask ?? 0 == 0 ? 3 : 4
        default: nil
        }
    }
}
