internal import MetadataCore

/// The end of a PNG file, where chunks are found without those before them.
enum PNGTail {
    /// How much of the end is looked at.
    static let byteCount = 65_536

    /// Chance writes the name of a chunk into pixels once in four billion bytes.
    private static let candidateLimit = 16
    private static let name = Array("IDAT".utf8)

    /// Where the first data chunk begins from which chunk follows chunk up to the last one.
    ///
    /// - Parameter tail: The last bytes of a file.
    /// - Returns: A distance from the first byte; nil where there is none.
    static func firstDataChunk(in tail: ArraySlice<UInt8>) -> Int? {
        var candidatesLeft = candidateLimit
        var position = tail.startIndex + 4
        while candidatesLeft > 0, let found = tail[position...].firstIndex(of: name[0]) {
            position = found + 1
            guard tail[found...].starts(with: name) else { continue }
            candidatesLeft -= 1
            if leadsToEnd(tail[(found - 4)...]) { return found - 4 - tail.startIndex }
        }
        return nil
    }

    private static func leadsToEnd(_ chunks: ArraySlice<UInt8>) -> Bool {
        var reader = ByteReader(chunks.span)
        while let byteCount = try? reader.read(UInt32.self), let name = try? reader.read(UInt32.self) {
            if FourCC(rawValue: name) == PNGChunk.end { return byteCount == 0 }
            guard (try? reader.skip(Int(byteCount) + 4)) != nil else { return false }
        }
        return false
    }
}
