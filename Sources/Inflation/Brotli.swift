internal import CBrotli
package import MetadataCore

/// The Brotli library: the only place that calls it.
package enum Brotli {
    /// Decompresses a Brotli stream (RFC 7932), never to more than a limit.
    ///
    /// - Parameters:
    ///   - input: The stream; what stands behind its end is not looked at.
    ///   - limit: The most bytes that it may grow to.
    ///   - offset: Where the stream begins in the file, for errors.
    /// - Returns: The bytes.
    /// - Throws: ``ExtractionError`` with code `limitExceeded` where it grows further, `truncated` where its end is
    ///   missing, `corrupt` where it is damaged.
    package static func decompress(
        _ input: ArraySlice<UInt8>, limit: Int, at offset: Int?
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else {
            throw ExtractionError(.unreadable, "no memory to decompress", at: offset)
        }
        defer { unsafe BrotliDecoderDestroyInstance(state) }
        var output = Blocks()
        let result = unsafe input.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress
            var left = buffer.count
            var result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
            while result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, output.byteCount <= limit {
                result = unsafe decompressBlock(state, &next, &left, to: &output)
            }
            return result
        }
        guard output.byteCount <= limit else {
            throw .limitExceeded("a Brotli block grows to more than \(limit) bytes", at: offset)
        }
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return output.joined()[...]
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
            throw ExtractionError(.truncated, "a Brotli block has no end", at: offset)
        default: throw .corrupt("a Brotli block is damaged", at: offset)
        }
    }

    /// Decompresses one block and appends it.
    ///
    /// The corresponding C function is `BrotliDecoderDecompressStream`.
    private static func decompressBlock(
        _ state: OpaquePointer, _ next: inout UnsafePointer<UInt8>?, _ left: inout Int, to output: inout Blocks
    ) -> BrotliDecoderResult {
        var result = BROTLI_DECODER_RESULT_ERROR
        let block = unsafe [UInt8](unsafeUninitializedCapacity: output.nextByteCount) { buffer, count in
            var space = buffer.count
            var end = buffer.baseAddress
            result = unsafe BrotliDecoderDecompressStream(state, &left, &next, &space, &end, nil)
            count = buffer.count - space
        }
        output.append(block)
        return result
    }
}
