package import MetadataCore
internal import SystemPackage

/// A regular file, read by `pread`: never mapped, so that a file which shrinks cannot hurt.
///
/// It owns its descriptor and closes it.
package final class FileSource: ByteSource {
    private let descriptor: FileDescriptor

    /// The length when the file was opened, in bytes.
    package let byteCount: Int

    init(descriptor: FileDescriptor, byteCount: Int) {
        self.descriptor = descriptor
        self.byteCount = byteCount
    }

    deinit {
        try? descriptor.close()
    }

    /// The file's own descriptor; it is valid as long as the source lives.
    package var fileDescriptor: Int32? { descriptor.rawValue }

    /// Reads a range into memory of its own.
    ///
    /// - Parameter range: Offsets in bytes.
    /// - Returns: The bytes, cut at the end of the file.
    /// - Throws: `unreadable` when the system cannot read.
    package func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        var buffer = [UInt8](repeating: 0, count: range.count)
        let count = try fill(&buffer, from: range.lowerBound)
        return buffer[0..<count]
    }

    /// Reads into a buffer that the caller reuses.
    ///
    /// - Parameters:
    ///   - buffer: Overwritten from its start.
    ///   - offset: Where to begin.
    /// - Returns: How many bytes were read.
    /// - Throws: `unreadable` when the system cannot read.
    package func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int {
        do {
            var count = 0
            while count < buffer.count {
                let read = try unsafe buffer.withUnsafeMutableBytes { bytes in
                    try unsafe descriptor.read(
                        fromAbsoluteOffset: Int64(offset + count),
                        into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
                }
                if read == 0 { break }
                count += read
            }
            return count
        } catch {
            throw ExtractionError(.unreadable, "cannot read: \(error)", at: offset)
        }
    }

    /// What the system says of the file now.
    func status() throws(Errno) -> FileStatus {
        try SystemCalls.status(of: descriptor)
    }
}
