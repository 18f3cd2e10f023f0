internal import Checksums
internal import MetadataCore
internal import SystemPackage

/// Results that are not in the database yet, in a file of their own.
///
/// One is written as soon as a file is done, with one call: a process that is killed has lost nothing but the files that
/// it was reading. Each stands in a frame with its length and CRC-32C, so that a frame which was cut is known as such.
struct RunJournal: ~Copyable {
    private let descriptor: FileDescriptor

    /// Opens a journal, and makes it when there is none.
    ///
    /// - Parameter path: The file.
    /// - Throws: `Errno` when it cannot be opened, or when another process uses it.
    init(path: String) throws {
        descriptor = try FileDescriptor.open(
            FilePath(path), .readWrite, options: [.create, .closeOnExec, .append],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }

    deinit {
        try? descriptor.close()
    }

    /// Adds a result.
    func append(_ result: RunResult) throws {
        let payload = result.encoded()
        var frame: [UInt8] = []
        frame.reserveCapacity(payload.count + 8)
        frame.appendInteger(UInt32(payload.count))
        frame.appendInteger(Self.crc(of: payload[...]))
        frame += payload
        try descriptor.writeAll(frame)
    }

    /// The results that an earlier process left, up to the first frame that was not written whole.
    func results() throws -> [RunResult] {
        var bytes = try contents()[...]
        var results: [RunResult] = []
        while let length = bytes.takeInteger(UInt32.self), let crc = bytes.takeInteger(UInt32.self),
            let payload = bytes.take(Int(length)), Self.crc(of: payload) == crc,
            let result = RunResult(decoding: payload)
        {
            results.append(result)
        }
        return results
    }

    /// Forgets all results: they are in the database.
    func clear() throws {
        try descriptor.resize(to: 0)
    }

    private func contents() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while case let count = try unsafe block.withUnsafeMutableBytes({
            try unsafe descriptor.read(fromAbsoluteOffset: Int64(bytes.count), into: $0)
        }), count > 0 {
            bytes += block[..<count]
        }
        return bytes
    }

    private static func crc(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var crc = CRC32C()
        crc.update(bytes.span)
        return crc.finalize().rawValue
    }
}
