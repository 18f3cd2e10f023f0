internal import MetadataCore

/// One walk over the blocks of a GIF file (GIF89a, appendix B).
struct GIFWalk {
    var scan: ImageScan
    private var frameCount = 0
    private var firstFrameOffset: Int?
    private var isTransparent = false
    private var reachedEnd = false

    init(_ scan: ImageScan) {
        self.scan = scan
    }

    /// Walks all blocks, then says what was found.
    mutating func run() throws(ExtractionError) {
        try readScreen()
        defer { finish() }
        while try readBlock() {}
        reachedEnd = true
    }

    /// What was counted before damage may be less than there is, so it is not said.
    private mutating func finish() {
        let source: Finding.Source = "gif-blocks"
        if isTransparent || reachedEnd {
            scan.extraction.find(.imageAlpha, .boolean(isTransparent), source: source)
        }
        guard reachedEnd else { return }
        scan.findFrames(frameCount, from: source, at: firstFrameOffset)
    }
}

// MARK: - Screen

extension GIFWalk {
    /// Reads the header and the logical screen descriptor (17, 18), and passes over the global color table.
    private mutating func readScreen() throws(ExtractionError) {
        guard try scan.reader.bytes(4).elementsEqual("GIF8".utf8) else { throw .corrupt("no GIF signature", at: 0) }
        try scan.reader.skip(2)
        let offset = scan.reader.offset
        let width = Int(try scan.reader.read(UInt16.self, .little))
        let height = Int(try scan.reader.read(UInt16.self, .little))
        scan.findSize(width, height, from: "gif-lsd", at: offset)
        let flags = try scan.reader.read(UInt8.self)
        let colorDepth = flags & 0x80 == 0 ? nil : Int(flags & 0x07) + 1
        scan.findColor(model: "palette", bitDepth: colorDepth, channels: 1, from: "gif-lsd", at: offset + 4)
        try scan.reader.skip(2)
        try skipColorTable(flags)
    }

    private mutating func skipColorTable(_ flags: UInt8) throws(ExtractionError) {
        guard flags & 0x80 != 0 else { return }
        try scan.reader.skip(3 * (2 << Int(flags & 0x07)))
    }
}

// MARK: - Blocks

extension GIFWalk {
    private static let imageSeparator: UInt8 = 0x2C
    private static let extensionIntroducer: UInt8 = 0x21
    private static let trailer: UInt8 = 0x3B
    private static let graphicControl: UInt8 = 0xF9
    private static let application: UInt8 = 0xFF
    /// How much is looked at at once while sub-blocks are passed over.
    private static let chunkByteCount = 512

    /// Reads one block.
    ///
    /// - Returns: Whether more may follow.
    private mutating func readBlock() throws(ExtractionError) -> Bool {
        try scan.enterElement()
        let offset = scan.reader.offset
        switch try scan.reader.read(UInt8.self) {
        case Self.imageSeparator: try readImage(at: offset)
        case Self.extensionIntroducer: try readExtension()
        case Self.trailer: return false
        case let other: throw .corrupt("an unknown block \(other)", at: offset)
        }
        return true
    }

    /// Passes over an image: descriptor, local color table, code size, data (20...22).
    private mutating func readImage(at offset: Int) throws(ExtractionError) {
        firstFrameOffset = firstFrameOffset ?? offset
        try scan.reader.skip(8)
        try skipColorTable(try scan.reader.read(UInt8.self))
        try scan.reader.skip(1)
        try skipSubBlocks()
        frameCount += 1
    }

    private mutating func readExtension() throws(ExtractionError) {
        switch try scan.reader.read(UInt8.self) {
        case Self.graphicControl: try readGraphicControl()
        case Self.application: try readApplication()
        default: try skipSubBlocks()
        }
    }

    /// The transparency flag is the lowest bit (23).
    private mutating func readGraphicControl() throws(ExtractionError) {
        let head = try scan.reader.peekBytes(2)
        if head.count == 2, head.first ?? 0 > 0, head[head.startIndex + 1] & 1 == 1 { isTransparent = true }
        try skipSubBlocks()
    }

    /// Moves behind the block terminator (15, 16).
    private mutating func skipSubBlocks() throws(ExtractionError) {
        while true {
            guard scan.reader.offset <= scan.limits.inMemoryByteCount else {
                throw .limitExceeded("frames are counted in the first bytes only", at: scan.reader.offset)
            }
            let chunk = try scan.reader.peekBytes(Self.chunkByteCount)
            guard !chunk.isEmpty else { throw .truncated(at: scan.reader.offset, needed: 1) }
            let (byteCount, isTerminated) = Self.skipSubBlocks(in: chunk)
            try scan.reader.skip(byteCount)
            if isTerminated { return }
        }
    }

    /// Follows the lengths in a chunk; the last may lead behind it.
    private static func skipSubBlocks(in chunk: ArraySlice<UInt8>) -> (byteCount: Int, isTerminated: Bool) {
        var index = chunk.startIndex
        while index < chunk.endIndex {
            let byteCount = Int(chunk[index])
            index += 1 + byteCount
            if byteCount == 0 { return (index - chunk.startIndex, true) }
        }
        return (index - chunk.startIndex, false)
    }
}

// MARK: - Application extensions

extension GIFWalk {
    private static let xmp = Array("XMP DataXMP".utf8)
    private static let profile = Array("ICCRGBG1012".utf8)

    /// Eleven bytes name the application (26).
    private mutating func readApplication() throws(ExtractionError) {
        let byteCount = Int(try scan.reader.read(UInt8.self))
        let name = try scan.reader.bytes(byteCount)
        guard byteCount > 0 else { return }
        if name.elementsEqual(Self.xmp) {
            try readXMP()
        } else if name.elementsEqual(Self.profile) {
            scan.embed(.icc, try readSubBlocks(), at: nil)
        } else {
            try skipSubBlocks()
        }
    }

    private mutating func readSubBlocks() throws(ExtractionError) -> ArraySlice<UInt8> {
        var bytes: ArraySlice<UInt8> = []
        while true {
            try scan.enterElement()
            let byteCount = Int(try scan.reader.read(UInt8.self))
            guard byteCount > 0 else { return bytes }
            guard bytes.count + byteCount <= scan.limits.embeddedByteCount else {
                throw .limitExceeded("a block grows to more than \(bytes.count) bytes", at: scan.reader.offset)
            }
            bytes += try scan.reader.bytes(byteCount)
        }
    }

    /// The packet is not cut into sub-blocks; 258 bytes behind it lead any reader of sub-blocks to the terminator
    /// (XMP specification part 3, 1.1.2).
    private mutating func readXMP() throws(ExtractionError) {
        let offset = scan.reader.offset
        try skipSubBlocks()
        let end = scan.reader.offset
        let byteCount = end - offset
        guard byteCount <= scan.limits.embeddedByteCount else { return }
        try scan.reader.seek(to: offset)
        let block = try scan.reader.bytes(byteCount)
        scan.embed(.xmp, packet(in: block), at: offset)
    }

    /// What stands before the trailer, which begins with 0x01 and counts down from 0xFF.
    private func packet(in block: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trailerByteCount = 258
        guard block.count > trailerByteCount, block[block.endIndex - trailerByteCount] == 0x01 else { return block }
        return block.dropLast(trailerByteCount)
    }
}
