internal import MetadataCore

/// Bytes written as characters, four as five (ISO 32000-2, 7.4.3).
enum ASCII85 {
    /// Decodes what stands before `~>`, or all.
    ///
    /// - Throws: `corrupt` at a character that has no place there.
    static func decode(_ text: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 5 * 4 + 4)
        var group: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "!")...UInt8(ascii: "u"):
                group.append(byte - UInt8(ascii: "!"))
                if group.count == 5 { try flush(&group, to: &output, at: offset) }
            case UInt8(ascii: "z") where group.isEmpty: output += [0, 0, 0, 0]
            case UInt8(ascii: "~"):
                try flush(&group, to: &output, at: offset)
                return output[...]
            case _ where PDFCharacter.isSpace(byte): continue
            default: throw .corrupt("a character that is not of base 85", at: offset)
            }
        }
        try flush(&group, to: &output, at: offset)
        return output[...]
    }

    /// Five digits are four bytes; fewer, of a last group, one byte less than there are digits.
    private static func flush(
        _ group: inout [UInt8], to output: inout [UInt8], at offset: Int
    ) throws(ExtractionError) {
        guard !group.isEmpty else { return }
        let count = group.count - 1
        let digits = group + [UInt8](repeating: 84, count: 5 - group.count)
        let value = digits.reduce(UInt64(0)) { $0 * 85 + UInt64($1) }
        guard count > 0, value <= UInt64(UInt32.max) else {
            throw .corrupt("a group that is not of base 85", at: offset)
        }
        output += (0..<count).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt64($0))) }
        group.removeAll(keepingCapacity: true)
    }
}
