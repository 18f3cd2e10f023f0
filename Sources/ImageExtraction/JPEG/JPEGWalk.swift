internal import MetadataCore

/// One walk over the segments of a JPEG file (ITU-T T.81, B.1.1).
struct JPEGWalk {
    var scan: ImageScan
    var frame: JPEGFrame?
    var adobeTransform: UInt8?
    var exif = JPEGEXIFPieces()
    var xmp = JPEGXMPPieces()
    var profile = JPEGProfilePieces()
    private var passedByteCount = 0

    /// The largest distance from the start of the file at which the start of the image is still looked for.
    private static let junkByteCount = 65_536
    /// The most bytes between segments, of all of them together.
    private static let junkByteLimit = 4 << 20
    /// Behind a segment of this length that is passed over, the next window is small.
    private static let longSegmentByteCount = 32_768
    /// How much is looked at at once while bytes are passed over.
    private static let chunkByteCount = 512
    /// Mostly nothing is to be passed over.
    private static let firstChunkByteCount = 2
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
        let isDue = try scan.reader.peekBytes(2).elementsEqual(Self.startOfImage.prefix(2))
        if isDue { return try scan.reader.seek(to: 2) }
        let head = try scan.reader.peekBytes(Self.junkByteCount)
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
        try skip { $0 != 0xFF }
        let strayByteCount = scan.reader.offset - start
        try skip { $0 == 0xFF }
        guard scan.reader.remaining > 0 else { return nil }
        if strayByteCount > 0 {
            scan.extraction.report(.corrupt, .note, offset: start, "\(strayByteCount) stray bytes before a marker")
        }
        return JPEGMarker(rawValue: try scan.reader.read(UInt8.self))
    }

    /// Passes over the bytes that match; stray and fill bytes of all markers together are bounded.
    private mutating func skip(while matches: (UInt8) -> Bool) throws(ExtractionError) {
        var wanted = Self.firstChunkByteCount
        while scan.reader.remaining > 0 {
            let chunk = try scan.reader.peekBytes(wanted)
            wanted = Self.chunkByteCount
            let byteCount = (chunk.firstIndex { !matches($0) } ?? chunk.endIndex) - chunk.startIndex
            try scan.reader.skip(byteCount)
            passedByteCount += byteCount
            guard passedByteCount <= Self.junkByteLimit else {
                throw .limitExceeded("more than \(Self.junkByteLimit) bytes between segments", at: scan.reader.offset)
            }
            if byteCount < chunk.count { return }
        }
    }

    private mutating func readSegment(_ marker: JPEGMarker) throws(ExtractionError) {
        let start = scan.reader.offset
        let byteCount = Int(try scan.reader.read(UInt16.self))
        guard byteCount >= 2 else { throw .corrupt("a segment of \(byteCount) bytes", at: start) }
        let end = start + byteCount
        if try isWanted(marker, byteCount - 2), let payload = try scan.readBlock(byteCount - 2) {
            try read(marker, payload, at: start + 2)
        } else if byteCount >= Self.longSegmentByteCount {
            try scan.setWindow(4_096)
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
        while scan.reader.offset < end {
            let chunk = try scan.reader.peekBytes(Self.chunkByteCount)
            guard let distance = Self.distanceToMarker(in: chunk) else {
                // The last byte may be the first of a marker.
                try scan.reader.skip(max(1, chunk.count - 1))
                continue
            }
            try scan.reader.skip(distance + 1)
            guard JPEGMarker(rawValue: try scan.reader.read(UInt8.self)) == .defineNumberOfLines else { return }
            try scan.reader.skip(2)
            self.frame?.height = Int(try scan.reader.read(UInt16.self))
            return
        }
    }

    /// How far away the first marker is that ends a scan.
    private static func distanceToMarker(in chunk: ArraySlice<UInt8>) -> Int? {
        var isMarker = false
        for (distance, byte) in chunk.enumerated() {
            if isMarker, !JPEGMarker(rawValue: byte).belongsToScan { return distance - 1 }
            isMarker = byte == 0xFF
        }
        return nil
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
