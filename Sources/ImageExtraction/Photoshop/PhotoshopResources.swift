internal import MetadataCore

/// The image resources of a Photoshop document ("Image Resources Section").
enum PhotoshopResources {
    private static let resolution: UInt16 = 1_005
    private static let iptc: UInt16 = 1_028
    private static let profile: UInt16 = 1_039
    private static let exif: UInt16 = 1_058
    private static let xmp: UInt16 = 1_060

    /// Reads all blocks at the position of the walk.
    static func walk(_ scan: inout ImageScan, before end: Int) throws(ExtractionError) {
        while end - scan.reader.offset >= 12 {
            try scan.enterElement()
            let start = scan.reader.offset
            // `8BIM` by Photoshop; other programs wrote other names.
            try scan.reader.skip(4)
            let identifier = try scan.reader.read(UInt16.self)
            // The name is padded to an even length, its own length byte included.
            try scan.reader.skip(Int(try scan.reader.read(UInt8.self)) | 1)
            let byteCount = Int(try scan.reader.read(UInt32.self))
            let contentEnd = scan.reader.offset + byteCount
            try read(identifier, byteCount, &scan)
            guard contentEnd <= scan.byteCount else {
                throw .truncated(at: scan.byteCount, needed: contentEnd - scan.byteCount)
            }
            try scan.reader.seek(to: min(scan.byteCount, contentEnd + byteCount % 2))
            guard scan.reader.offset > start else { throw .corrupt("an empty block", at: start) }
        }
    }

    private static func read(
        _ identifier: UInt16, _ byteCount: Int, _ scan: inout ImageScan
    ) throws(ExtractionError) {
        switch identifier {
        case resolution where byteCount >= 16: try readResolution(&scan)
        case iptc: try scan.embed(.iptc, byteCount: byteCount)
        case profile: try scan.embed(.icc, byteCount: byteCount)
        case xmp: try scan.embed(.xmp, byteCount: byteCount)
        case exif: try scan.embed(.exif, byteCount: byteCount)
        default: break
        }
    }

    /// `ResolutionInfo`: pixels an inch as 16.16 fixed-point numbers; the units beside them are for display.
    private static func readResolution(_ scan: inout ImageScan) throws(ExtractionError) {
        let offset = scan.reader.offset
        let x = Double(try scan.reader.read(UInt32.self)) / 65_536
        try scan.reader.skip(4)
        let y = Double(try scan.reader.read(UInt32.self)) / 65_536
        scan.findResolution(x, y, unit: "inch", from: "psd-resolution", at: offset)
    }
}
