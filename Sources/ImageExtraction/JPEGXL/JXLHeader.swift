internal import MetadataCore

/// The headers that begin a codestream (ISO/IEC 18181-1, annex D).
struct JXLHeader {
    let width: Int
    let height: Int
    /// 1...8, as in EXIF.
    let orientation: Int
    /// nil where fields stand before it that are not read.
    let bitDepth: Int?

    static let signature: [UInt8] = [0xFF, 0x0A]
    /// More than the headers up to the bit depth can take.
    static let byteCount = 64

    /// Reads the signature, SizeHeader and the first fields of ImageMetadata.
    ///
    /// - Throws: ``ExtractionError`` with code `corrupt` without the signature, `truncated` when it is too short.
    init(parsing bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard bytes.starts(with: Self.signature) else { throw .corrupt("no JPEG XL signature", at: offset) }
        var reader = BitReader(bytes.dropFirst(2), at: offset + 2)
        (width, height) = try Self.readSize(&reader)
        var orientation = 1
        var bitDepth: Int? = 8
        do throws(ExtractionError) {
            (orientation, bitDepth) = try Self.readMetadata(&reader)
        } catch {
            bitDepth = nil
        }
        self.orientation = orientation
        self.bitDepth = bitDepth
    }

    /// The widths of a side, in bits, and what is added to it (D.2).
    private static let sides = [(1, 9), (1, 13), (1, 18), (1, 30)]
    /// Width to height, by ratio 1...7 (D.2).
    private static let ratios = [(1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)]

    private static func readSize(_ reader: inout BitReader) throws(ExtractionError) -> (Int, Int) {
        let isSmall = try reader.readBit()
        let height = try readSide(&reader, isSmall)
        let ratio = try reader.read(3)
        guard ratio > 0 else { return (try readSide(&reader, isSmall), height) }
        let (numerator, denominator) = ratios[ratio - 1]
        return (height * numerator / denominator, height)
    }

    /// A small side is a multiple of eight.
    private static func readSide(_ reader: inout BitReader, _ isSmall: Bool) throws(ExtractionError) -> Int {
        isSmall ? (try reader.read(5) + 1) * 8 : try reader.read(sides)
    }

    /// ImageMetadata up to the bit depth (D.3): nothing stands before it unless there is a preview or an animation.
    private static func readMetadata(_ reader: inout BitReader) throws(ExtractionError) -> (Int, Int?) {
        if try reader.readBit() { return (1, 8) }
        guard try reader.readBit() else { return (1, try readBitDepth(&reader)) }
        let orientation = try reader.read(3) + 1
        if try reader.readBit() { _ = try readSize(&reader) }
        let hasPreview = try reader.readBit()
        guard !hasPreview, try !reader.readBit() else { return (orientation, nil) }
        return (orientation, try readBitDepth(&reader))
    }

    private static let integerDepths = [(8, 0), (10, 0), (12, 0), (1, 6)]
    private static let floatDepths = [(32, 0), (16, 0), (24, 0), (1, 6)]

    private static func readBitDepth(_ reader: inout BitReader) throws(ExtractionError) -> Int {
        let isFloat = try reader.readBit()
        return try reader.read(isFloat ? floatDepths : integerDepths)
    }
}
