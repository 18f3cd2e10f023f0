internal import MetadataCore

/// One walk over the chunks of a WebP file (RFC 9649, section 2).
struct WebPWalk {
    var scan: ImageScan
    private var canvas: WebPCanvas?
    private var frameCount = 0

    /// Chunks from this size on are passed over one by one; smaller ones are read together.
    private static let longChunkByteCount = 32_768

    init(_ scan: ImageScan) {
        self.scan = scan
    }

    /// Walks all chunks, then says what was found.
    mutating func run() throws(ExtractionError) {
        let end = try readHeader()
        defer { finish() }
        while scan.reader.offset + 8 <= end {
            try readChunk()
        }
        guard end <= scan.byteCount else { throw .truncated(at: scan.byteCount, needed: end - scan.byteCount) }
    }

    /// Reads `RIFF`, the length, `WEBP` (2.4).
    ///
    /// - Returns: Where the file should end.
    private mutating func readHeader() throws(ExtractionError) -> Int {
        guard try scan.reader.readFourCC() == "RIFF" else { throw .corrupt("no RIFF signature", at: 0) }
        let byteCount = Int(try scan.reader.read(UInt32.self, .little))
        guard try scan.reader.readFourCC() == "WEBP" else { throw .corrupt("no WEBP signature", at: 8) }
        return 8 + byteCount
    }

    private mutating func readChunk() throws(ExtractionError) {
        try scan.enterElement()
        let type = try scan.reader.readFourCC()
        let byteCount = Int(try scan.reader.read(UInt32.self, .little))
        let start = scan.reader.offset
        try read(type, byteCount)
        let end = start + byteCount
        guard end <= scan.byteCount else { throw .truncated(at: scan.byteCount, needed: end - scan.byteCount) }
        try scan.reader.seek(to: min(scan.byteCount, end + byteCount % 2))
        if byteCount >= Self.longChunkByteCount { try scan.setWindow(4_096) }
    }

    private mutating func read(_ type: FourCC, _ byteCount: Int) throws(ExtractionError) {
        switch type {
        case "VP8 ": try readCanvas(WebPCanvas.init(lossy:at:), WebPCanvas.lossyByteCount)
        case "VP8L": try readCanvas(WebPCanvas.init(lossless:at:), WebPCanvas.losslessByteCount)
        case "VP8X": try readCanvas(WebPCanvas.init(extended:at:), WebPCanvas.extendedByteCount)
        case "ANMF": frameCount += 1
        case "ICCP": try scan.embed(.icc, byteCount: byteCount)
        case "XMP ": try scan.embed(.xmp, byteCount: byteCount)
        case "EXIF": try scan.embed(.exif, byteCount: byteCount)
        default: break
        }
    }

    /// An extended header outranks the bitstream's own; else the first counts.
    private mutating func readCanvas(
        _ make: (ArraySlice<UInt8>, Int) throws(ExtractionError) -> WebPCanvas, _ byteCount: Int
    ) throws(ExtractionError) {
        let offset = scan.reader.offset
        let candidate = try make(try scan.reader.bytes(byteCount), offset)
        if canvas == nil || candidate.isExtended { canvas = candidate }
    }

    private mutating func finish() {
        guard let canvas else { return }
        scan.findSize(canvas.width, canvas.height, from: canvas.source, at: canvas.offset)
        scan.findColor(
            model: canvas.model, bitDepth: 8, channels: canvas.hasAlpha == true ? 4 : 3, alpha: canvas.hasAlpha,
            from: canvas.source, at: canvas.offset)
        if canvas.isAnimated { scan.findFrames(frameCount, from: "webp-anmf") }
    }
}
