internal import MetadataCore

/// Runs of one byte, and bytes as they are (ISO 32000-2, 7.4.5).
enum RunLength {
    /// Decodes what stands before the end mark, 128, or all.
    ///
    /// - Throws: `limitExceeded` when the data grow past the limit, `truncated` where a run has no end.
    static func decode(
        _ bytes: ArraySlice<UInt8>, limit: Int, at offset: Int
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        var output: [UInt8] = []
        var rest = bytes
        while let length = rest.popFirst(), length != 128 {
            let count = length < 128 ? Int(length) + 1 : 1
            guard rest.count >= count else { throw .truncated(at: offset, needed: count - rest.count) }
            if length < 128 {
                output += rest.prefix(count)
            } else if let byte = rest.first {
                output += repeatElement(byte, count: 257 - Int(length))
            }
            rest = rest.dropFirst(count)
            guard output.count <= limit else {
                throw .limitExceeded("runs grow to more than \(limit) bytes", at: offset)
            }
        }
        return output[...]
    }
}
