/// The eight bytes that begin an EXIF block (TIFF 6.0, section 2).
enum TIFFHeader {
    /// The identifier that JPEG writes before the header (Exif 2.32, 4.7.2); other containers often copy it.
    static let identifier: [UInt8] = Array("Exif\0\0".utf8)

    private static let byteOrders: [[UInt8]] = [[0x49, 0x49], [0x4D, 0x4D]]
    /// How far after its due place a header is still looked for: an identifier and a little padding.
    private static let tolerance = 16

    /// Where the header begins in a block, whatever identifier or padding precedes it.
    ///
    /// - Returns: An offset from the first byte of the block; nil where none is found.
    static func offset(in block: ArraySlice<UInt8>) -> Int? {
        (0...tolerance).first { isHeader(block.dropFirst($0)) } ?? dueOffset(in: block)
    }

    /// Where a header of unknown magic stands, when it stands exactly where it should.
    private static func dueOffset(in block: ArraySlice<UInt8>) -> Int? {
        let start = block.starts(with: identifier) ? identifier.count : 0
        return byteOrders.contains { block.dropFirst(start).starts(with: $0) } ? start : nil
    }

    /// Whether a TIFF header of known magic stands at the start of `bytes`.
    static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let order = byteOrders.firstIndex(where: { bytes.starts(with: $0) }) else { return false }
        let magic = Array(bytes.dropFirst(2).prefix(2))
        guard magic.count == 2 else { return false }
        let value = order == 0 ? UInt16(magic[1]) << 8 | UInt16(magic[0]) : UInt16(magic[0]) << 8 | UInt16(magic[1])
        return magics.contains(value)
    }

    /// TIFF, BigTIFF, Olympus (two), Panasonic.
    private static let magics: Set<UInt16> = [0x2A, 0x2B, 0x4F52, 0x5352, 0x55]
}
