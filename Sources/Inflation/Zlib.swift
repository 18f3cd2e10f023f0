internal import CZlib
package import MetadataCore

/// The zlib library: the only place that calls it.
package enum Zlib {
    /// Inflates a zlib stream (RFC 1950), never to more than a limit.
    ///
    /// - Parameters:
    ///   - input: The stream; what stands behind its end is not looked at.
    ///   - limit: The most bytes that it may grow to.
    ///   - offset: Where the stream begins in the file, for errors.
    ///   - isChecked: Whether the checksum at its end has to be right.
    /// - Returns: The bytes.
    /// - Throws: ``ExtractionError`` with code `limitExceeded` where it grows further, `truncated` where its end is
    ///   missing, `corrupt` where it is damaged.
    package static func inflate(
        _ input: ArraySlice<UInt8>, limit: Int, at offset: Int?, isChecked: Bool = true
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        var stream = unsafe z_stream()
        guard unsafe czlib_inflate_init(&stream) == Z_OK else {
            throw ExtractionError(.unreadable, "no memory to inflate", at: offset)
        }
        defer { _ = unsafe inflateEnd(&stream) }
        if !isChecked { _ = unsafe inflateValidate(&stream, 0) }
        var output = Blocks()
        var status = Z_OK
        unsafe input.withUnsafeBufferPointer { buffer in
            // Not const in the C declaration, but nothing is written there.
            unsafe stream.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
            unsafe stream.avail_in = UInt32(clamping: buffer.count)
            while status == Z_OK, output.byteCount <= limit {
                status = unsafe inflateBlock(&stream, to: &output)
            }
        }
        guard output.byteCount <= limit else {
            throw .limitExceeded("a deflated block grows to more than \(limit) bytes", at: offset)
        }
        switch status {
        case Z_STREAM_END: return output.joined()[...]
        case Z_BUF_ERROR: throw ExtractionError(.truncated, "a deflated block has no end", at: offset)
        default: throw .corrupt("a deflated block is damaged", at: offset)
        }
    }

    /// Inflates one block and appends it.
    ///
    /// The corresponding C function is `inflate`.
    private static func inflateBlock(_ stream: inout z_stream, to output: inout Blocks) -> Int32 {
        var status = Z_OK
        let byteCount = output.nextByteCount
        let block = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(byteCount)
            status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            count = unsafe byteCount - Int(stream.avail_out)
        }
        output.append(block)
        return status
    }

    /// Continues a CRC-32 (ISO 3309, as PNG uses it).
    ///
    /// - Parameters:
    ///   - bytes: What follows.
    ///   - crc: The value so far; 0 at the start.
    /// - Returns: The value with `bytes`. The corresponding C function is `crc32`.
    package static func crc32(_ bytes: ArraySlice<UInt8>, continuing crc: UInt32 = 0) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            let value = unsafe CZlib.crc32(UInt(crc), buffer.baseAddress, UInt32(clamping: buffer.count))
            return UInt32(truncatingIfNeeded: value)
        }
    }
}
