import CImageShims

/// Owner of one libjpeg decoder that is fed piece by piece up to the first scan.
///
/// The corresponding C type is `assay_jpeg`.
// Safe: the handle is made in `init`, freed in `deinit` and never handed out.
@safe struct JPEGHeaderDecoder: ~Copyable {
    private let handle: OpaquePointer

    /// Makes a decoder at the start of a stream; nil when there is no memory.
    ///
    /// The corresponding C function is `assay_jpeg_create`.
    init?() {
        guard let handle = unsafe assay_jpeg_create() else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        // The only owner ends here.
        unsafe assay_jpeg_destroy(handle)
    }

    /// Reads on.
    ///
    /// - Parameter bytes: What stands at the place that the last call asked for.
    /// - Returns: How the decoder fared, and by how much the stream moved; that may be more than `bytes` holds.
    ///
    /// The corresponding C function is `assay_jpeg_read`.
    func read(_ bytes: ArraySlice<UInt8>) -> (status: LibraryStatus, advance: Int) {
        var advance = 0
        let status = unsafe bytes.withUnsafeBufferPointer { buffer in
            // The decoder keeps nothing of the buffer after the call.
            unsafe assay_jpeg_read(handle, buffer.baseAddress, buffer.count, &advance)
        }
        return (LibraryStatus(status), advance)
    }

    /// What was read so far.
    ///
    /// The corresponding C function is `assay_jpeg_header`.
    var header: LibraryHeader {
        var header = assay_header()
        unsafe assay_jpeg_header(handle, &header)
        return LibraryHeader(header)
    }
}
