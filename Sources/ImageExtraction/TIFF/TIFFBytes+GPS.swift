internal import MetadataCore

extension TIFFBytes {
    /// Whether the first directory is a GPS directory: some containers (CR3) store it as a structure of its own.
    ///
    /// Such a directory begins with GPSVersionID, tag 0 and four bytes, and has tags below 0x0020 only; the
    /// directories of images have none of those.
    ///
    /// - Parameter header: The header of the structure.
    /// - Returns: False where the directory cannot be read.
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    mutating func startsWithGPS(_ header: TIFFFileHeader) throws(ExtractionError) -> Bool {
        let start = header.firstDirectory
        guard header.layout == .classic, start <= byteCount - 14 else { return false }
        let head = try read(14, at: start)
        var reader = ByteReader(head.span)
        let count = Int(try reader.read(UInt16.self, header.order))
        let tag = try reader.read(UInt16.self, header.order)
        let type = EXIFValueType(rawValue: try reader.read(UInt16.self, header.order))
        let valueCount = try reader.read(UInt32.self, header.order)
        guard tag == 0, type == .byte, valueCount == 4, (2...0x20).contains(count) else { return false }
        let last = start + 2 + 12 * (count - 1)
        guard last <= byteCount - 2 else { return false }
        let lastTag = try read(2, at: last)
        var lastReader = ByteReader(lastTag.span)
        return try lastReader.read(UInt16.self, header.order) < 0x20
    }
}
