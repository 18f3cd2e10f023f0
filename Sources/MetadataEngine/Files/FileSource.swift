package import MetadataCore
internal import SystemPackage

/// A regular file, read by `pread`: never mapped, so that a file which shrinks cannot hurt.
///
/// It owns its descriptor and closes it.
package final class FileSource: ByteSource {
    private let descriptor: FileDescriptor

    /// The length when the file was opened, in bytes.
    package let byteCount: Int

    /// Whether what is read should not stay in the system's memory for files.
    private let sparesCache: Bool

    init(descriptor: FileDescriptor, byteCount: Int, sparesCache: Bool = false) {
        self.descriptor = descriptor
        self.byteCount = byteCount
        self.sparesCache = sparesCache
    }

    deinit {
        if sparesCache { SystemCalls.forget(descriptor) }
        try? descriptor.close()
    }

    /// Asks the system to have the first bytes in memory when they are read.
    func readAhead(byteCount limit: Int) {
        guard byteCount > 0 else { return }
        SystemCalls.readAhead(descriptor, byteCount: min(limit, byteCount))
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
        try fill(&buffer, 0..<buffer.count, from: offset)
    }

    /// Reads into a part of a buffer.
    ///
    /// - Parameters:
    ///   - buffer: Where the bytes go.
    ///   - range: The part that is overwritten, from its start.
    ///   - offset: Where to begin in the file.
    /// - Returns: How many bytes were read; fewer than the part holds only at the end of the file.
    /// - Throws: `unreadable` when the system cannot read.
    func fill(_ buffer: inout [UInt8], _ range: Range<Int>, from offset: Int) throws(ExtractionError) -> Int {
        do {
            var count = 0
            while count < range.count {
                let read = try unsafe buffer.withUnsafeMutableBytes { bytes in
                    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[range].dropFirst(count))
                    return try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset + count), into: rest)
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
