internal import MetadataCore

/// Four bytes that name a chunk, a box or a block, in the order of the file.
struct FourCC: RawRepresentable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Makes a name from four ASCII characters.
    init(stringLiteral value: StaticString) {
        var name: UInt32 = 0
        for scalar in value.description.unicodeScalars {
            name = name << 8 | (scalar.value & 0xFF)
        }
        rawValue = name
    }

    /// The characters; what is not printable becomes a dot.
    var description: String {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) }
        return String(decoding: bytes.map { (0x20...0x7E).contains($0) ? $0 : 0x2E }, as: UTF8.self)
    }
}

extension SourceReader {
    /// Reads a name of four bytes.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer bytes are left.
    mutating func readFourCC() throws(ExtractionError) -> FourCC {
        FourCC(rawValue: try read(UInt32.self))
    }
}
