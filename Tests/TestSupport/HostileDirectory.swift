import Foundation
import Glibc

/// A directory with one of everything that hurts a program that walks directories.
///
/// ```swift
/// let hostile = try HostileDirectory.make()
/// // run the command over hostile.directory.path, then compare with hostile.entries
/// ```
package struct HostileDirectory: Sendable {
    /// What an entry is, and so what must be said of it.
    package enum Kind: Hashable, Sendable {
        /// A regular file with readable bytes.
        case file
        /// A regular file without bytes.
        case empty
        /// A regular file that the mode forbids to read; root reads it all the same.
        case unreadable
        /// A regular file with this many bytes, nearly all of which are holes.
        case sparse(byteCount: Int)
        /// A symbolic link: to itself, to nowhere, or to its own directory.
        case symbolicLink
        /// A FIFO without a writer: opening it for reading blocks.
        case fifo
        /// A Unix domain socket.
        case socket
    }

    /// One entry.
    package struct Entry: Hashable, Sendable {
        /// The bytes of its name, which need not be UTF-8.
        package let name: [UInt8]
        /// What it is.
        package let kind: Kind
    }

    /// The directory; it is removed with this value's last copy.
    package let directory: TemporaryDirectory
    /// What is in it, in the order of the names' bytes.
    package private(set) var entries: [Entry] = []

    /// How long the sparse table is: 3 GB.
    package static let sparseByteCount = 3_000_000_000

    /// Makes the directory.
    ///
    /// - Parameter sparseByteCount: The length of the sparse table; 0 leaves it out.
    /// - Returns: The directory and what is in it.
    /// - Throws: What the system says when an entry cannot be made.
    package static func make(sparseByteCount: Int = sparseByteCount) throws -> Self {
        var made = Self(directory: try TemporaryDirectory())
        try made.addFiles()
        try made.addLinks()
        try made.addSpecialFiles()
        if sparseByteCount > 0 { try made.addSparseTable(byteCount: sparseByteCount) }
        made.entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
        return made
    }

    private init(directory: TemporaryDirectory) {
        self.directory = directory
    }

    // MARK: - Entries

    private mutating func addFiles() throws {
        let table = Array("id,name\n1,one\n2,two\n".utf8)
        let photo = try Fixtures.bytes("JPEG/full.jpg")
        try add("empty.jpg", .empty, bytes: [])
        try add("good.csv", .file, bytes: table)
        try add("new\nline.csv", .file, bytes: table)
        try add("truncated.jpg", .file, bytes: photo.prefix(photo.count / 2))
        try add("-rf", .file, bytes: table)
        try add(Array("not-utf8-".utf8) + [0xFF, 0xFE] + Array(".csv".utf8), .file, bytes: table)
        try add("unreadable.csv", .unreadable, bytes: table)
        try unsafe check(chmod(directory.path + "/unreadable.csv", 0), "chmod")
    }

    private mutating func addLinks() throws {
        for (name, target) in [("broken-link.jpg", "nowhere.jpg"), ("loop", "."), ("self.jpg", "self.jpg")] {
            try unsafe check(symlink(target, "\(directory.path)/\(name)"), "symlink")
            entries.append(Entry(name: Array(name.utf8), kind: .symbolicLink))
        }
    }

    private mutating func addSpecialFiles() throws {
        try unsafe check(mkfifo(directory.path + "/photo.jpg", 0o600), "mkfifo")
        entries.append(Entry(name: Array("photo.jpg".utf8), kind: .fifo))
        try bindSocket(at: directory.path + "/socket.pdf")
        entries.append(Entry(name: Array("socket.pdf".utf8), kind: .socket))
    }

    private mutating func addSparseTable(byteCount: Int) throws {
        try add("sparse.csv", .sparse(byteCount: byteCount), bytes: Array("id,name\n1,one\n".utf8))
        try unsafe check(truncate(directory.path + "/sparse.csv", off_t(byteCount)), "truncate")
    }

    private mutating func add(_ name: String, _ kind: Kind, bytes: some Sequence<UInt8>) throws {
        try add(Array(name.utf8), kind, bytes: bytes)
    }

    /// Foundation insists on names that are text; the system does not.
    private mutating func add(_ name: [UInt8], _ kind: Kind, bytes: some Sequence<UInt8>) throws {
        let path = Array(directory.path.utf8) + [UInt8(ascii: "/")] + name + [0]
        let descriptor = unsafe path.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { pointer in
                unsafe pointer.baseAddress.map { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL, 0o600) } ?? -1
            }
        }
        try check(descriptor, "open")
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
        entries.append(Entry(name: name, kind: kind))
    }
}

extension HostileDirectory {
    /// The corresponding C function is `bind`.
    private func bindSocket(at path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try check(descriptor, "socket")
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < capacity else { throw POSIXError(.ENAMETOOLONG) }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try check(result, "bind")
    }

    private func check(_ result: Int32, _ call: String) throws {
        guard result < 0 else { return }
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO, userInfo: ["call": call])
    }
}
