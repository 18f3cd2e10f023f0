/// The words of a Netpbm header: separated by white space, comments from `#` to the end of the line left out.
struct NetpbmWords {
    /// The most bytes of a header that are looked at.
    static let byteCount = 65_536

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Where the next word is looked for, from the first byte.
    var offset: Int { position - bytes.startIndex }

    /// The next word; nil at the end. A number that is longer than any is cut.
    mutating func next() -> String? {
        skipSpace()
        // The signature's two characters need no white space behind them.
        let start = position
        let end = bytes[start...].firstIndex { Self.isSpace($0) || $0 == 0x23 } ?? bytes.endIndex
        position = start == bytes.startIndex ? min(end, start + 2) : end
        guard position > start else { return nil }
        return String(decoding: bytes[start..<min(position, start + 32)], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.endIndex {
            if bytes[position] == 0x23 {
                position = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
            } else if Self.isSpace(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
