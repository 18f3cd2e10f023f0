internal import MetadataCore

extension SourceReader {
    /// Reads at most `count` bytes without moving: fewer where the file ends.
    ///
    /// - Throws: ``ExtractionError`` with code `unreadable` when the bytes cannot be had.
    mutating func peekBytes(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        let start = offset
        let bytes = try bytes(min(max(0, count), remaining))
        try seek(to: start)
        return bytes
    }
}
