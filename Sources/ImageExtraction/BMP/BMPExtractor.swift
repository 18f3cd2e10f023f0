public import MetadataCore

/// Reads Windows and OS/2 bitmaps: every header from `BITMAPCOREHEADER` to `BITMAPV5HEADER`, and the ICC profile of the
/// last (Microsoft, Bitmap Storage; OS/2 2.x Bitmap File Format).
///
/// A negative height, which means rows from the top, is given without its sign. An OS/2 bitmap array (`BA`) gives its
/// first bitmap.
public struct BMPExtractor: ContainerExtractor {
    /// `swift-bmp`.
    public let name = "swift-bmp"
    /// `bmp`.
    public let formats: Set<FileFormat> = [.bmp]

    /// Makes a reader.
    public init() {}

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: `bmp`.
    ///   - options: Limits and policies.
    /// - Returns: Size, colour, resolution; the ICC profile; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        try skipFileHeader(&scan)
        let headerOffset = scan.reader.offset
        let header = try BMPHeader(&scan.reader)
        scan.findSize(header.width, header.height, from: "bmp-header", at: headerOffset)
        scan.findColor(
            model: header.bitCount > 8 || header.bitCount == 0 ? "rgb" : "palette", bitDepth: header.bitDepth,
            channels: header.channels, alpha: header.alphaMask.map { $0 != 0 }, from: "bmp-header", at: headerOffset)
        scan.findResolution(
            header.resolution.x, header.resolution.y, unit: "metre", from: "bmp-header", at: headerOffset)
        try readProfile(header, from: headerOffset, in: &scan)
    }

    /// Stands behind the 14 bytes of the file header; before it there may be an array header of the same length.
    private func skipFileHeader(_ scan: inout ImageScan) throws(ExtractionError) {
        let signature = try scan.reader.peekBytes(2)
        guard signature.elementsEqual("BM".utf8) || signature.elementsEqual("BA".utf8) else {
            throw .corrupt("no BMP signature", at: 0)
        }
        try scan.reader.skip(signature.elementsEqual("BA".utf8) ? 28 : 14)
    }

    /// `PROFILE_EMBEDDED`: the profile stands at an offset from the start of the header.
    private func readProfile(
        _ header: BMPHeader, from headerOffset: Int, in scan: inout ImageScan
    ) throws(ExtractionError) {
        guard let profile = header.profile else { return }
        try scan.reader.seek(to: min(scan.byteCount, headerOffset + profile.offset))
        try scan.embed(.icc, byteCount: profile.byteCount)
    }
}
