internal import MetadataCore

/// The first bytes of a TIFF structure: byte order, width of offsets, and where the first directory stands
/// (TIFF 6.0, section 2; BigTIFF; the magic numbers of raw formats).
struct TIFFFileHeader: Hashable {
    /// The order of the bytes in numbers.
    let order: ByteOrder
    /// How counts and offsets are stored.
    let layout: TIFFLayout
    /// Where the first directory stands.
    let firstDirectory: Int

    /// Reads a header.
    ///
    /// - Parameters:
    ///   - bytes: The first 16 bytes of the structure; 8 do for all but BigTIFF.
    ///   - isLenient: Whether an unknown magic number is read as that of TIFF, as EXIF blocks sometimes need.
    /// - Throws: ``ExtractionError`` when these are no header, or one that is cut.
    init(parsing bytes: ArraySlice<UInt8>, isLenient: Bool) throws(ExtractionError) {
        order = try Self.order(in: bytes, at: 0)
        var reader = ByteReader(bytes.span)
        try reader.skip(2)
        let magic = try reader.read(UInt16.self, order)
        guard let layout = Self.layouts[magic] ?? (isLenient ? .classic : nil) else {
            throw .corrupt("no TIFF magic number", at: 2)
        }
        self.layout = layout
        if layout == .big { try reader.skip(4) }
        let offset = try reader.readOffset(layout, order)
        guard let first = Int(exactly: offset), first >= reader.position else {
            throw .corrupt("the first directory lies in the header", at: reader.position)
        }
        firstDirectory = first
    }

    /// Makes the header that a classic structure without one would have.
    init(order: ByteOrder, firstDirectory: Int) {
        self.order = order
        layout = .classic
        self.firstDirectory = firstDirectory
    }

    /// The byte order that a mark tells.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - offset: Where `II` or `MM` stands in them.
    /// - Returns: The order.
    /// - Throws: ``ExtractionError`` when no such mark stands there.
    static func order(in bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) -> ByteOrder {
        var reader = ByteReader(bytes.span)
        try reader.seek(to: min(offset, bytes.count))
        guard let order = orders[try reader.read(UInt16.self)] else { throw .corrupt("no TIFF byte order", at: offset) }
        return order
    }

    private static let orders: [UInt16: ByteOrder] = [0x4949: .little, 0x4D4D: .big]

    /// TIFF, BigTIFF, Olympus ORF (`RO`, `RS`), Panasonic RW2.
    private static let layouts: [UInt16: TIFFLayout] = [
        0x002A: .classic, 0x002B: .big, 0x4F52: .classic, 0x5352: .classic, 0x0055: .classic,
    ]
}

/// How wide counts and offsets are.
enum TIFFLayout: Hashable {
    /// 32 bits (TIFF 6.0).
    case classic
    /// 64 bits (BigTIFF).
    case big

    /// The bytes of the number of entries.
    var entryCountByteCount: Int { self == .big ? 8 : 2 }
    /// The bytes of one entry.
    var entryByteCount: Int { self == .big ? 20 : 12 }
    /// The bytes of an offset; a value that fits stands in its place.
    var offsetByteCount: Int { self == .big ? 8 : 4 }

    /// Whether entries of this type may stand here: BigTIFF's types are no types elsewhere.
    func allows(_ type: EXIFValueType) -> Bool {
        guard type.byteCount != nil else { return false }
        return self == .big || ![.long8, .signedLong8, .directory8].contains(type)
    }
}

extension ByteReader {
    /// Reads an offset or a count of values.
    @_lifetime(self: copy self)
    mutating func readOffset(_ layout: TIFFLayout, _ order: ByteOrder) throws(ExtractionError) -> UInt64 {
        layout == .big ? try read(UInt64.self, order) : UInt64(try read(UInt32.self, order))
    }
}
