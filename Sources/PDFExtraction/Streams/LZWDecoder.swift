internal import MetadataCore

/// LZW with codes of 9 to 12 bits, as TIFF has it too (ISO 32000-2, 7.4.4.2).
struct LZWDecoder {
    /// Whether codes grow by a bit one code early.
    let isEarly: Bool

    private static let clear = 256
    private static let end = 257

    /// Decodes what stands before the end code, or all whole codes.
    ///
    /// - Throws: `limitExceeded` when the data grow past the limit, `corrupt` at a code that is not known yet.
    func decode(
        _ bytes: ArraySlice<UInt8>, limit: Int, at offset: Int
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        var codes = LZWCodes(bytes)
        var output: [UInt8] = []
        // A sequence is what was written at a place of the output, so that the table needs no bytes of its own.
        var table: [Range<Int>] = []
        var last: Range<Int>?
        while let code = codes.next(width: width(table.count)), code != Self.end {
            guard code != Self.clear else {
                table.removeAll(keepingCapacity: true)
                last = nil
                continue
            }
            let start = output.count
            guard append(code, table, last, to: &output) else {
                throw .corrupt("an LZW code that is not known yet", at: offset)
            }
            guard output.count <= limit else {
                throw .limitExceeded("an LZW stream grows to more than \(limit) bytes", at: offset)
            }
            if let last, table.count < 4_096 - 258 { table.append(last.lowerBound..<(last.upperBound + 1)) }
            last = start..<output.count
        }
        return output[...]
    }

    /// The bits of the next code, after so many entries were added to the table.
    private func width(_ tableCount: Int) -> Int {
        let next = 258 + tableCount + (isEarly ? 1 : 0)
        return next < 512 ? 9 : next < 1_024 ? 10 : next < 2_048 ? 11 : 12
    }

    /// Writes the sequence of a code; the code that comes next in the table is the last sequence and its first byte.
    private func append(_ code: Int, _ table: [Range<Int>], _ last: Range<Int>?, to output: inout [UInt8]) -> Bool {
        if code < 256 {
            output.append(UInt8(code))
            return true
        }
        let index = code - 258
        if index == table.count, let last {
            output += output[last]
            output.append(output[last.lowerBound])
            return true
        }
        guard table.indices.contains(index) else { return false }
        output += output[table[index]]
        return true
    }
}

/// Codes of some bits, the first in the highest ones.
private struct LZWCodes {
    private var rest: ArraySlice<UInt8>
    private var bits = 0
    private var bitCount = 0

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next code; nil when too few bits are left.
    mutating func next(width: Int) -> Int? {
        while bitCount < width {
            guard let byte = rest.popFirst() else { return nil }
            bits = (bits << 8 | Int(byte)) & 0xFF_FFFF
            bitCount += 8
        }
        bitCount -= width
        return bits >> bitCount & (1 << width - 1)
    }
}
