internal import MetadataCore

/// The header of a box (ISO/IEC 14496-12, 4.2), and where its content stands.
struct Box {
    let type: FourCC
    /// The sixteen bytes that name a `uuid` box; else empty.
    let extendedType: [UInt8]
    /// Where the header begins in the file.
    let start: Int
    /// Where the content begins.
    let contentStart: Int
    /// Behind the last byte; it may lie past the end of the file.
    let end: Int

    /// How many bytes of content there are.
    var contentByteCount: Int { end - contentStart }
}

extension ImageScan {
    /// Reads the header of the box at the position of the walk.
    ///
    /// - Parameter end: Where the box that holds it ends.
    /// - Returns: The header; nil where fewer than eight bytes are left before `end`.
    /// - Throws: ``ExtractionError`` with code `corrupt` when the box is shorter than its header, `limitExceeded` when
    ///   there are too many, `truncated` where the file ends inside the header.
    mutating func readBox(before end: Int) throws(ExtractionError) -> Box? {
        let start = reader.offset
        guard end - start >= 8 else { return nil }
        try enterElement()
        var byteCount = Int(try reader.read(UInt32.self))
        let type = try reader.readFourCC()
        // 1: the length follows in 64 bits; 0: up to the end of what holds the box.
        if byteCount == 1 {
            byteCount = Int(clamping: try reader.read(UInt64.self))
        } else if byteCount == 0 {
            byteCount = end - start
        }
        let extendedType = type == "uuid" ? Array(try reader.bytes(16)) : []
        let contentStart = reader.offset
        let (boxEnd, overflow) = start.addingReportingOverflow(byteCount)
        guard !overflow, boxEnd >= contentStart else {
            throw .corrupt("the box \(type) has \(byteCount) bytes", at: start)
        }
        // What another box holds ends with it; what the file holds may claim to go on behind its end.
        let isInside = end < self.byteCount
        return Box(
            type: type, extendedType: extendedType, start: start, contentStart: contentStart,
            end: isInside ? min(boxEnd, max(end, contentStart)) : boxEnd)
    }

    /// Calls `body` for each box up to `end`; the position need not be left behind the box.
    ///
    /// - Throws: ``ExtractionError`` from a header or from `body`; `truncated` where the file ends inside a box.
    mutating func forEachBox(
        before end: Int, _ body: (inout ImageScan, Box) throws(ExtractionError) -> Bool
    ) throws(ExtractionError) {
        while let box = try readBox(before: end) {
            guard try body(&self, box) else { return }
            guard box.end <= byteCount else { throw .truncated(at: byteCount, needed: box.end - byteCount) }
            try reader.seek(to: box.end)
        }
    }

    /// Reads the version and the flags that begin a full box (ISO/IEC 14496-12, 4.2.2).
    mutating func readVersionAndFlags() throws(ExtractionError) -> (version: UInt8, flags: UInt32) {
        let word = try reader.read(UInt32.self)
        return (UInt8(truncatingIfNeeded: word >> 24), word & 0xFF_FFFF)
    }

    /// Reads an unsigned number of 0 to 8 bytes.
    mutating func readNumber(byteCount: Int) throws(ExtractionError) -> Int {
        var value: UInt64 = 0
        for _ in 0..<min(8, max(0, byteCount)) {
            value = value << 8 | UInt64(try reader.read(UInt8.self))
        }
        return Int(clamping: value)
    }
}
