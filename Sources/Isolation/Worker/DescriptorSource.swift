internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file that the host opened, read by `pread`. It owns its descriptor and closes it.
final class DescriptorSource: ByteSource {
    private let descriptor: Int32
    let byteCount: Int

    /// Whether a file of so many bytes is read so quickly that answers about others can wait for it.
    static func isSmall(_ byteCount: Int) -> Bool {
        byteCount <= Frame.mostInlineBytes
    }

    init(descriptor: Int32, byteCount: Int) {
        self.descriptor = descriptor
        self.byteCount = byteCount
    }

    deinit {
        close(descriptor)
    }

    var fileDescriptor: Int32? { descriptor }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<max(0, byteCount))
        var failure: ExtractionError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            do throws(ExtractionError) {
                unsafe count = try fill(UnsafeMutableRawBufferPointer(buffer), from: range.lowerBound)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes[...]
    }

    func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int {
        var result: Result<Int, ExtractionError> = .success(0)
        unsafe buffer.withUnsafeMutableBytes { bytes in
            do throws(ExtractionError) {
                result = .success(try unsafe fill(bytes, from: offset))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    /// The corresponding C function is `pread`.
    private func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws(ExtractionError) -> Int {
        var count = 0
        while count < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw ExtractionError(.unreadable, "cannot read: errno \(errno)", at: offset) }
            if read == 0 { break }
            count += read
        }
        return count
    }
}
