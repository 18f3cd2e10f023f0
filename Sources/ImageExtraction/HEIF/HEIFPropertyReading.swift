internal import MetadataCore

/// What the properties of one item say, in the order in which they apply.
struct HEIFPropertyReading {
    private var width = 0
    private var height = 0
    private var sizeOffset: Int?
    private var orientation = ImageOrientation()
    private var orientationOffset: Int?
    private var channelDepths: [Int] = []
    private var codecDepth: Int?
    private var isMonochrome = false
    private let hasAlpha: Bool

    init(hasAlpha: Bool) {
        self.hasAlpha = hasAlpha
    }

    /// Whether a size was read.
    var hasSize: Bool { sizeOffset != nil }
    /// The size as one number, to compare.
    var area: Int { width.multipliedReportingOverflow(by: height).partialValue }

    /// Reads one property.
    mutating func read(_ property: Box, _ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.seek(to: min(scan.byteCount, property.contentStart))
        switch property.type {
        case "ispe": try readSize(&scan)
        case "irot": try readRotation(&scan)
        case "imir": try readMirror(&scan)
        case "pixi": try readChannels(&scan)
        case "colr": try readProfile(property, &scan)
        case "hvcC": try readHEVC(&scan)
        case "av1C": try readAV1(&scan)
        default: break
        }
    }

    /// `ispe` (6.5.3): width and height as coded, before any transformation.
    private mutating func readSize(_ scan: inout ImageScan) throws(ExtractionError) {
        _ = try scan.readVersionAndFlags()
        let offset = scan.reader.offset
        width = Int(try scan.reader.read(UInt32.self))
        height = Int(try scan.reader.read(UInt32.self))
        sizeOffset = offset
    }

    /// `irot` (6.5.10): quarter turns anticlockwise.
    private mutating func readRotation(_ scan: inout ImageScan) throws(ExtractionError) {
        orientationOffset = orientationOffset ?? scan.reader.offset
        orientation.rotate(quarterTurns: 4 - Int(try scan.reader.read(UInt8.self) & 3))
    }

    /// `imir` (6.5.12): 0 exchanges top and bottom, 1 left and right.
    private mutating func readMirror(_ scan: inout ImageScan) throws(ExtractionError) {
        orientationOffset = orientationOffset ?? scan.reader.offset
        if try scan.reader.read(UInt8.self) & 1 == 1 {
            orientation.mirrorLeftRight()
        } else {
            orientation.mirrorTopBottom()
        }
    }

    /// `pixi` (6.5.6): bits of each channel.
    private mutating func readChannels(_ scan: inout ImageScan) throws(ExtractionError) {
        _ = try scan.readVersionAndFlags()
        let count = Int(try scan.reader.read(UInt8.self))
        channelDepths = try scan.reader.bytes(count).map { Int($0) }
    }

    /// `colr` (6.5.5): `prof` and `rICC` are ICC profiles.
    private mutating func readProfile(_ property: Box, _ scan: inout ImageScan) throws(ExtractionError) {
        switch try scan.reader.readFourCC() {
        case "prof", "rICC": try scan.embed(.icc, byteCount: property.contentByteCount - 4)
        default: break
        }
    }

    /// `hvcC` (ISO/IEC 14496-15, 8.3.3): chroma format in byte 16, luma depth - 8 in byte 17.
    private mutating func readHEVC(_ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.skip(16)
        isMonochrome = try scan.reader.read(UInt8.self) & 3 == 0
        codecDepth = Int(try scan.reader.read(UInt8.self) & 7) + 8
    }

    /// `av1C` (AV1-ISOBMFF, 2.3.3): high_bitdepth, twelve_bit and monochrome are bits of byte 2.
    private mutating func readAV1(_ scan: inout ImageScan) throws(ExtractionError) {
        try scan.reader.skip(2)
        let flags = try scan.reader.read(UInt8.self)
        codecDepth = flags & 0x40 == 0 ? 8 : flags & 0x20 == 0 ? 10 : 12
        isMonochrome = flags & 0x10 != 0
    }

    /// Takes the size that another item says.
    mutating func adoptSize(of other: Self) {
        width = other.width
        height = other.height
        sizeOffset = other.sizeOffset
    }

    /// Says what was found.
    func finish(_ scan: inout ImageScan) {
        guard let sizeOffset else { return }
        scan.findSize(width, height, from: "heif-ispe", at: sizeOffset)
        scan.extraction.find(
            .imageContainerOrientation, .integer(orientation.value), source: "heif-irot-imir", offset: orientationOffset
        )
        let channels = channelDepths.isEmpty ? (isMonochrome ? 1 : 3) : channelDepths.count
        scan.findColor(
            model: channels == 1 ? "gray" : "ycbcr", bitDepth: channelDepths.first ?? codecDepth,
            channels: channels + (hasAlpha ? 1 : 0), alpha: hasAlpha, from: "heif-pixi", at: nil)
    }
}
