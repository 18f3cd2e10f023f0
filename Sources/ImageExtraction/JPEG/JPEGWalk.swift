internal import MetadataCore

/// One walk over the segments of a JPEG file (ITU-T T.81, B.1.1).
struct JPEGWalk {
    var scan: ImageScan
    var frame: JPEGFrame?
    var adobeTransform: UInt8?
    var exif = JPEGEXIFPieces()
    var xmp = JPEGXMPPieces()
    var profile = JPEGProfilePieces()

    /// The largest distance from the start of the file at which the start of the image is still looked for.
    private static let junkByteCount = 65_536
    /// The most bytes of the first scan that are searched for a DNL segment.
    private static let scanByteCount = 16 << 20

    init(_ scan: ImageScan) {
        self.scan = scan
    }

    /// Walks the segments up to the first scan, then says what was found.
    mutating func run() throws(ExtractionError) {
        defer { finish() }
        try findStart()
        while let marker = try nextMarker() {
            if marker == .startOfScan { return try findLineCount() }
            if marker == .endOfImage { break }
            if marker.standsAlone { continue }
            try readSegment(marker)
        }
        throw .truncated(at: scan.byteCount, needed: 1)
    }
}

// MARK: - Markers

extension JPEGWalk {
    private static let startOfImage: [UInt8] = [0xFF, 0xD8, 0xFF]

    /// Stands behind the SOI marker; junk before it is reported.
    private mutating func findStart() throws(ExtractionError) {
        let head = try scan.source.head(Self.junkByteCount)
        if head.starts(with: Self.startOfImage.prefix(2)) { return try scan.reader.seek(to: 2) }
        guard let start = head.indices.first(where: { head[$0...].starts(with: Self.startOfImage) }) else {
            throw .corrupt("no start of image", at: 0)
        }
        let junk = start - head.startIndex
        scan.extraction.report(.corrupt, offset: 0, "\(junk) bytes stand before the start of the image")
        try scan.reader.seek(to: junk + 2)
    }

    /// The next marker, with the fill bytes and stray bytes before it passed over (B.1.1.2); nil at the end.
    private mutating func nextMarker() throws(ExtractionError) -> JPEGMarker? {
        try scan.enterElement()
        let start = scan.reader.offset
        guard try skipToMarker() else { return nil }
        let strayByteCount = scan.reader.offset - start
        while scan.reader.remaining > 0 {
            let byte = try scan.reader.read(UInt8.self)
            guard byte != 0xFF else { continue }
            if strayByteCount > 1 {
                scan.extraction.report(
                    .corrupt, .note, offset: start, "\(strayByteCount - 1) stray bytes before a marker")
            }
            return JPEGMarker(rawValue: byte)
        }
        return nil
    }

    /// Passes over bytes until one 0xFF was read.
    private mutating func skipToMarker() throws(ExtractionError) -> Bool {
        while scan.reader.remaining > 0 {
            if try scan.reader.read(UInt8.self) == 0xFF { return true }
            let block = try scan.reader.peekBytes(4_096)
            let distance = block.firstIndex(of: 0xFF).map { $0 - block.startIndex } ?? block.count
            try scan.reader.skip(distance)
        }
        return false
    }

    private mutating func readSegment(_ marker: JPEGMarker) throws(ExtractionError) {
        let start = scan.reader.offset
        let byteCount = Int(try scan.reader.read(UInt16.self))
        guard byteCount >= 2 else { throw .corrupt("a segment of \(byteCount) bytes", at: start) }
        let end = start + byteCount
        if isRead(marker) {
            let payload = try scan.reader.bytes(min(byteCount - 2, scan.reader.remaining))
            try read(marker, payload, at: start + 2)
        }
        guard end <= scan.byteCount else { throw .truncated(at: scan.byteCount, needed: end - scan.byteCount) }
        try scan.reader.seek(to: end)
    }
}

// MARK: - Height

extension JPEGWalk {
    /// Where the frame header says 0 lines, looks for the DNL segment, which ends the first scan (B.2.5).
    private mutating func findLineCount() throws(ExtractionError) {
        guard let frame, frame.height == 0 else { return }
        let end = min(scan.byteCount, scan.reader.offset + Self.scanByteCount)
        while scan.reader.offset < end, try skipToMarker() {
            let marker = JPEGMarker(rawValue: try scan.reader.read(UInt8.self))
            if marker.belongsToScan { continue }
            guard marker == .defineNumberOfLines else { return }
            try scan.reader.skip(2)
            self.frame?.height = Int(try scan.reader.read(UInt16.self))
            return
        }
    }
}

// MARK: - Findings

extension JPEGWalk {
    /// Says what the walk learned; also after an error, for what stands before it.
    private mutating func finish() {
        exif.finish(&scan)
        xmp.finish(&scan)
        profile.finish(&scan)
        guard let frame else { return }
        let source: Finding.Source = "jpeg-sof"
        scan.findSize(frame.width, frame.height, from: source, at: frame.offset)
        scan.findColor(
            model: frame.colorModel(adobeTransform: adobeTransform), bitDepth: frame.bitDepth,
            channels: frame.channels, alpha: false, from: source, at: frame.offset)
    }
}
