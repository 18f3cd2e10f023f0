internal import MetadataCore

/// ImageWidth and ImageLength of the first directory of a TIFF structure (TIFF 6.0, sections 2 and 8).
///
/// Raw containers that keep their main image's size in such a structure need these two entries only.
struct IFDSize {
    let width: Int
    let height: Int
    /// Where the value of the width stands, from the first byte of the structure.
    let offset: Int

    private static let widthTag: UInt16 = 0x100
    private static let heightTag: UInt16 = 0x101
    private static let longType: UInt16 = 4

    /// Reads the two entries.
    ///
    /// - Returns: nil where one of them is missing.
    /// - Throws: ``ExtractionError`` with code `truncated` where the directory is cut.
    init?(_ block: ArraySlice<UInt8>) throws(ExtractionError) {
        guard TIFFHeader.isHeader(block) else { return nil }
        let order: ByteOrder = block.first == 0x49 ? .little : .big
        var reader = ByteReader(block.span)
        try reader.skip(4)
        try reader.seek(to: Int(try reader.read(UInt32.self, order)))
        var values: [UInt16: (value: Int, offset: Int)] = [:]
        for _ in 0..<Int(try reader.read(UInt16.self, order)) {
            let tag = try reader.read(UInt16.self, order)
            let type = try reader.read(UInt16.self, order)
            try reader.skip(4)
            let offset = reader.position
            let long = try reader.read(UInt32.self, order)
            // A short number stands in the first two bytes of the field.
            let short = order == .little ? long & 0xFFFF : long >> 16
            values[tag] = (Int(type == Self.longType ? long : short), offset)
        }
        guard let width = values[Self.widthTag], let height = values[Self.heightTag] else { return nil }
        self.width = width.value
        self.height = height.value
        offset = width.offset
    }
}
