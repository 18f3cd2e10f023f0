internal import MetadataCore

/// Random access to a TIFF structure, whose directories may lie anywhere: the head is read once, what lies behind it
/// in small windows.
struct TIFFBytes {
    private let head: ArraySlice<UInt8>
    private var tail: SourceReader

    /// The length of the source, in bytes.
    let byteCount: Int

    /// Reads the head.
    ///
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    init(_ source: any ByteSource) throws(ExtractionError) {
        byteCount = source.byteCount
        head = try source.head(65_536)
        tail = SourceReader(source, windowByteCount: 4_096)
    }

    /// Reads exactly `count` bytes.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` where the source ends before.
    mutating func read(_ count: Int, at offset: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        if offset >= 0, count >= 0, offset <= head.count, count <= head.count - offset {
            let start = head.startIndex + offset
            return head[start..<(start + count)]
        }
        try tail.seek(to: offset)
        return try tail.bytes(count)
    }

    /// Reads the value of an entry; a longer one is cut at 64 KiB.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - directory: The directory that it stands in.
    ///   - order: The order of the bytes in numbers.
    /// - Returns: The entry with its value.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    mutating func value(
        of entry: TIFFEntry, in directory: EXIFDirectory, order: ByteOrder
    ) throws(ExtractionError) -> EXIFEntry {
        let bytes = try read(min(entry.byteCount, 65_536), at: entry.offset)
        return EXIFEntry(
            entry.tag, in: directory, type: entry.type, count: entry.count, bytes: bytes, order: order,
            offset: entry.offset)
    }
}
