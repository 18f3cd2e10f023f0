internal import MetadataCore

/// The boxes that are read, and how (ISO/IEC 15444-1, annex I).
enum JP2Box {
    /// Reads the content of a box, at whose first byte the walk stands.
    typealias Reader = @Sendable (inout ImageScan, Box) throws(ExtractionError) -> Void

    static let readers: [FourCC: Reader] = [
        "ihdr": { scan, _ throws(ExtractionError) in try readHeader(&scan) },
        "colr": { scan, box throws(ExtractionError) in try readColor(&scan, box) },
        "resd": { scan, _ throws(ExtractionError) in try readResolution(&scan) },
        "resc": { scan, _ throws(ExtractionError) in try readResolution(&scan) },
        "xml ": { scan, box throws(ExtractionError) in try readXML(&scan, box) },
        "uuid": { scan, box throws(ExtractionError) in try readExtended(&scan, box) },
    ]

    /// `ihdr` (I.5.3.1): height, width, components, bits.
    private static func readHeader(_ scan: inout ImageScan) throws(ExtractionError) {
        let offset = scan.reader.offset
        let height = Int(try scan.reader.read(UInt32.self))
        let width = Int(try scan.reader.read(UInt32.self))
        scan.findSize(width, height, from: "jp2-ihdr", at: offset)
        let channels = Int(try scan.reader.read(UInt16.self))
        let depth = try scan.reader.read(UInt8.self)
        // 255 means that the components differ.
        scan.findColor(
            bitDepth: depth == 255 ? nil : Int(depth & 0x7F) + 1, channels: channels, from: "jp2-ihdr", at: offset)
    }

    private static let models: [UInt32: String] = [16: "rgb", 17: "gray", 18: "ycbcr", 12: "cmyk", 14: "lab"]

    /// `colr` (I.5.3.3): a number, or an ICC profile.
    private static func readColor(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        let offset = scan.reader.offset
        let method = try scan.reader.read(UInt8.self)
        try scan.reader.skip(2)
        switch method {
        case 1: scan.findColor(model: models[try scan.reader.read(UInt32.self)], from: "jp2-colr", at: offset)
        case 2, 3: try scan.embed(.icc, byteCount: box.contentByteCount - 3)
        default: break
        }
    }

    /// `resc` and `resd` (I.5.3.7): vertical and horizontal resolution as fractions with a power of ten, a metre.
    private static func readResolution(_ scan: inout ImageScan) throws(ExtractionError) {
        let offset = scan.reader.offset
        var numbers: [Double] = []
        for _ in 0..<4 { numbers.append(Double(try scan.reader.read(UInt16.self))) }
        let exponents = (try scan.reader.read(Int8.self), try scan.reader.read(Int8.self))
        scan.findResolution(
            numbers[2] / numbers[3] * powerOfTen(exponents.1), numbers[0] / numbers[1] * powerOfTen(exponents.0),
            unit: "metre", from: "jp2-res", at: offset)
    }

    private static func powerOfTen(_ exponent: Int8) -> Double {
        var power = 1.0
        for _ in 0..<exponent.magnitude { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }

    /// `xml ` (I.7.1) holds XMP only where it says so.
    private static func readXML(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        let head = try scan.reader.peekBytes(min(256, box.contentByteCount))
        guard String(decoding: head, as: UTF8.self).contains("xmpmeta") else { return }
        try scan.embed(.xmp, byteCount: box.contentByteCount)
    }

    private static let xmp: [UInt8] = [
        0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
    ]
    /// What ExifTool and what Photoshop call EXIF.
    private static let exif: Set<[UInt8]> = [
        Array("JpgTiffExif->JP2".utf8),
        [0x05, 0x37, 0xCD, 0xAB, 0x9D, 0x0C, 0x44, 0x31, 0xA7, 0x2A, 0xFA, 0x56, 0x1F, 0x2A, 0x11, 0x3E],
    ]

    private static func readExtended(_ scan: inout ImageScan, _ box: Box) throws(ExtractionError) {
        if box.extendedType == xmp {
            try scan.embed(.xmp, byteCount: box.contentByteCount)
        } else if exif.contains(box.extendedType) {
            try scan.embed(.exif, byteCount: box.contentByteCount)
        }
    }
}
