internal import Inflation
internal import MetadataCore

/// One walk over the chunks of a PNG file (PNG, 5.3).
struct PNGWalk {
    var scan: ImageScan
    var header: PNGHeader?
    var hasTransparency = false
    private var startsLate = false
    private var dataChunkCount = 0
    /// How many bytes may still be inflated, of all chunks together.
    var inflatedLeft: Int

    /// The eight bytes that begin every file (PNG, 5.2).
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Data chunks from this size on are passed over one by one; smaller ones are read together.
    private static let longChunkByteCount = 32_768

    init(_ scan: ImageScan) {
        self.scan = scan
        // A profile and a packet, both as long as they may be.
        inflatedLeft = min(scan.limits.inflatedByteCount, min(scan.limits.embeddedByteCount, Int.max / 2) * 2)
    }

    /// Walks all chunks, then says what was found.
    mutating func run() throws(ExtractionError) {
        defer { finish() }
        guard try scan.reader.bytes(Self.signature.count).elementsEqual(Self.signature) else {
            throw .corrupt("no PNG signature", at: 0)
        }
        while try readChunk() {}
    }

    private mutating func readChunk() throws(ExtractionError) -> Bool {
        try scan.enterElement()
        let start = scan.reader.offset
        let byteCount = Int(try scan.reader.read(UInt32.self))
        let type = try scan.reader.readFourCC()
        guard byteCount <= Int(Int32.max) else { throw .corrupt("a chunk of \(byteCount) bytes", at: start) }
        if header == nil, !startsLate, type != PNGChunk.header, type != PNGChunk.appleHeader {
            startsLate = true
            scan.extraction.report(.corrupt, .note, offset: start, "\(type) stands before IHDR")
        }
        if type == PNGChunk.end { return false }
        if let read = PNGChunk.readers[type], try isWanted(type, byteCount) {
            try readPayload(of: type, byteCount, with: read)
        }
        try pass(byteCount, from: start)
        if type == PNGChunk.data { try jump() }
        return true
    }

    /// Most texts say nothing of the record; their keyword tells before the whole is read.
    private mutating func isWanted(_ type: FourCC, _ byteCount: Int) throws(ExtractionError) -> Bool {
        guard PNGChunk.texts.contains(type) else { return true }
        return PNGText.split(try scan.reader.peekBytes(min(byteCount, PNGText.keywordByteCount + 1))) != nil
    }

    /// Moves behind a chunk; behind a long one, the next window is small so that pixels are not fetched.
    private mutating func pass(_ byteCount: Int, from start: Int) throws(ExtractionError) {
        let end = start + 12 + byteCount
        if byteCount >= Self.longChunkByteCount {
            scan.reader = SourceReader(scan.source, windowByteCount: 4_096)
        }
        guard end <= scan.byteCount else { throw .truncated(at: scan.byteCount, needed: end - scan.byteCount) }
        try scan.reader.seek(to: end)
    }

    /// Data chunks follow each other without anything between (PNG, 5.6): after the second, the walk goes on with the
    /// first one that is found near the end of a large file.
    private mutating func jump() throws(ExtractionError) {
        dataChunkCount += 1
        guard dataChunkCount == 2, scan.reader.remaining > 2 * PNGTail.byteCount else { return }
        let start = scan.byteCount - PNGTail.byteCount
        let tail = try scan.source.read(start..<scan.byteCount)
        guard let distance = PNGTail.firstDataChunk(in: tail) else { return }
        try scan.reader.seek(to: start + distance)
    }

    private mutating func readPayload(
        of type: FourCC, _ byteCount: Int, with read: PNGChunk.Reader
    ) throws(ExtractionError) {
        let offset = scan.reader.offset
        guard let payload = try scan.readBlock(byteCount) else { return }
        try verifyChecksum(of: type, payload, at: offset)
        do throws(ExtractionError) {
            try read(&self, payload, offset)
        } catch {
            scan.extraction.report(error)
        }
    }

    /// The CRC covers the type and the data (PNG, 5.5).
    private mutating func verifyChecksum(
        of type: FourCC, _ payload: ArraySlice<UInt8>, at offset: Int
    ) throws(ExtractionError) {
        guard scan.reader.remaining >= 4 else { return }
        let expected = try scan.reader.read(UInt32.self)
        let name = nameBytes(of: type)
        guard Zlib.crc32(payload, continuing: Zlib.crc32(name)) != expected else { return }
        scan.extraction.report(.corrupt, .note, offset: offset, "the checksum of \(type) is wrong")
    }

    private func nameBytes(of type: FourCC) -> ArraySlice<UInt8> {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type.rawValue >> $0) }[...]
    }
}

// MARK: - Findings

extension PNGWalk {
    private mutating func finish() {
        guard let header else { return }
        let source: Finding.Source = "png-ihdr"
        scan.findSize(header.width, header.height, from: source, at: header.offset)
        scan.findColor(
            model: header.color?.model, bitDepth: header.bitDepth, channels: header.color?.channels,
            alpha: header.color.map { $0.hasAlpha || hasTransparency }, from: source, at: header.offset)
    }
}
