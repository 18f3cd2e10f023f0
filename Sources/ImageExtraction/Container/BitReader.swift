internal import MetadataCore

/// Reads bits, the lowest of each byte first, as JPEG XL does.
struct BitReader {
    private let bytes: ArraySlice<UInt8>
    private let baseOffset: Int
    private var position = 0

    init(_ bytes: ArraySlice<UInt8>, at baseOffset: Int) {
        self.bytes = bytes
        self.baseOffset = baseOffset
    }

    /// Reads an unsigned number of 0 to 32 bits.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when fewer bits are left.
    mutating func read(_ bitCount: Int) throws(ExtractionError) -> Int {
        guard bytes.count * 8 - position >= bitCount else { throw .truncated(at: baseOffset + bytes.count, needed: 1) }
        var value = 0
        for index in 0..<bitCount {
            let byte = bytes[bytes.startIndex + (position + index) / 8]
            value |= Int(byte >> UInt8((position + index) % 8) & 1) << index
        }
        position += bitCount
        return value
    }

    /// Reads one bit.
    mutating func readBit() throws(ExtractionError) -> Bool {
        try read(1) == 1
    }

    /// Reads two bits that choose one of four forms, then a number of that form's width, and adds the form's base.
    mutating func read(_ forms: [(base: Int, bitCount: Int)]) throws(ExtractionError) -> Int {
        let form = forms[try read(2)]
        return form.base + (try read(form.bitCount))
    }
}
