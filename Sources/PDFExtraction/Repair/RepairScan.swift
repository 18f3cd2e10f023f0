internal import MetadataCore

/// What a scan of a whole file finds without its cross-references: objects by their headers, trailers, and where
/// catalogs and streams of objects seem to stand.
///
/// One pass over the bytes, of bounded length. Nothing is parsed but the numbers before `obj`.
struct RepairScan {
    /// Where an object's header stands; of several objects with one number the last counts.
    private(set) var objects: [Int: (offset: Int, generation: Int)] = [:]
    /// Where `trailer` stands, the last ones.
    private(set) var trailers: [Int] = []
    /// Numbers of objects that name a type, in the order of the file.
    private(set) var catalogs: [Int] = []
    private(set) var tables: [Int] = []
    private(set) var objectStreams: [Int] = []
    /// What would cost other readers much, the first of it.
    private(set) var hazard: ExtractionError?
    /// Whether the end of the file was not reached.
    private(set) var isCut = false

    private let file: PDFBytes
    private let objectLimit: Int
    private var current: Int?
    private var trailerCount = 0

    private static let byteLimit = 64 << 20
    private static let blockByteCount = 262_144
    /// Longer than anything that is recognized, backwards or forwards.
    private static let overlap = 256
    private static let trailerLimit = 1_000
    private static let keptTrailerCount = 32
    private static let listLimit = 4_096
    /// A file may number its objects as high as this, whatever its size.
    private static let freeNumber = 262_144

    init(_ file: PDFBytes, limits: Limits) throws(ExtractionError) {
        self.file = file
        objectLimit = max(1_024, min(limits.elementCount, 1 << 20) * 4)
        try scan()
    }

    private mutating func scan() throws(ExtractionError) {
        var start = 0
        let end = min(file.byteCount, Self.byteLimit)
        isCut = end < file.byteCount
        while start < end {
            let from = max(0, start - Self.overlap)
            let block = try file.read(from..<min(file.byteCount, start + Self.blockByteCount + Self.overlap))
            let last = min(start + Self.blockByteCount, end)
            scan(block.span, from: start - from, to: last - from, at: from)
            start = last
        }
    }

    /// Looks at the bytes whose positions in the block lie between two bounds.
    private mutating func scan(_ block: Span<UInt8>, from: Int, to: Int, at offset: Int) {
        var position = from
        let end = min(to, block.count)
        while position < end {
            switch block[position] {
            case UInt8(ascii: "o"): addObject(block, position, at: offset)
            case UInt8(ascii: "t"): addTrailer(block, position, at: offset)
            case UInt8(ascii: "/"): addName(block, position, at: offset)
            default: break
            }
            position += 1
        }
    }

    private static func has(_ word: StaticString, _ block: Span<UInt8>, _ position: Int) -> Bool {
        guard position + word.utf8CodeUnitCount <= block.count else { return false }
        var reader = ByteReader(block)
        guard (try? reader.seek(to: position)) != nil else { return false }
        return word.withUTF8Buffer { unsafe reader.starts(with: $0) }
    }
}

// MARK: - What is recognized

extension RepairScan {
    /// `12 0 obj`, read backwards from `obj`.
    private mutating func addObject(_ block: Span<UInt8>, _ position: Int, at offset: Int) {
        guard Self.has("obj", block, position), objects.count < objectLimit else { return }
        var start = position
        guard let generation = Self.number(endingBefore: &start, in: block), generation <= 65_535,
            let number = Self.number(endingBefore: &start, in: block)
        else { return }
        if start > 0, PDFCharacter.isRegular(block[start - 1]) { return }
        if number > Self.freeNumber, number > file.byteCount {
            hazard =
                hazard
                ?? .limitExceeded(
                    "object number \(number) in a file of \(file.byteCount) bytes", at: offset + start)
        }
        current = number
        objects[number] = (offset + start, generation)
    }

    /// The digits before a position, with white space between; the position moves to their first.
    private static func number(endingBefore position: inout Int, in block: Span<UInt8>) -> Int? {
        var end = position
        while end > 0, PDFCharacter.isSpace(block[end - 1]) { end -= 1 }
        guard end < position else { return nil }
        var start = end
        while start > 0, PDFCharacter.isDigit(block[start - 1]), end - start < 18 { start -= 1 }
        guard start < end else { return nil }
        var value = 0
        for index in start..<end { value = value * 10 + Int(block[index] &- 48) }
        position = start
        return value
    }

    private mutating func addTrailer(_ block: Span<UInt8>, _ position: Int, at offset: Int) {
        guard Self.has("trailer", block, position) else { return }
        trailerCount += 1
        trailers.append(offset + position)
        if trailers.count > Self.keptTrailerCount { trailers.removeFirst() }
        if trailerCount > Self.trailerLimit {
            hazard = hazard ?? .limitExceeded("more than \(Self.trailerLimit) trailers", at: offset + position)
        }
    }

    private mutating func addName(_ block: Span<UInt8>, _ position: Int, at offset: Int) {
        guard position + 1 < block.count, let current else { return }
        switch block[position + 1] {
        case UInt8(ascii: "C") where catalogs.count < Self.listLimit && Self.has("/Catalog", block, position):
            catalogs.append(current)
        case UInt8(ascii: "X") where tables.count < Self.listLimit && Self.has("/XRef", block, position):
            tables.append(current)
        case UInt8(ascii: "O") where objectStreams.count < Self.listLimit && Self.has("/ObjStm", block, position):
            objectStreams.append(current)
        case UInt8(ascii: "F") where Self.has("/Filter", block, position): countFilters(block, position, at: offset)
        default: break
        }
    }

    /// Names between brackets behind `Filter`.
    private mutating func countFilters(_ block: Span<UInt8>, _ position: Int, at offset: Int) {
        var index = position + "/Filter".utf8.count
        while index < block.count, PDFCharacter.isSpace(block[index]) { index += 1 }
        guard index < block.count, block[index] == UInt8(ascii: "[") else { return }
        var count = 0
        while index < block.count, block[index] != UInt8(ascii: "]"), count <= StreamDecoder.filterLimit {
            if block[index] == UInt8(ascii: "/") { count += 1 }
            index += 1
        }
        guard count > StreamDecoder.filterLimit else { return }
        hazard =
            hazard
            ?? .limitExceeded(
                "a stream with more than \(StreamDecoder.filterLimit) filters", at: offset + position)
    }
}
