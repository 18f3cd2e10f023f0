internal import SystemPackage

/// A file to be read: its path for people, and the way to open it.
struct FileLocation: Sendable {
    /// The path as the user would write it.
    let path: FilePath
    /// The open directory that holds it; nil for a path that the user named.
    let directory: OpenDirectory?
    /// The name to open, ending with a zero byte: relative to ``directory``, or the whole path.
    let name: [CChar]

    /// A path that the user named. A link is followed there, as the user asked for what it leads to.
    init(named path: FilePath) {
        self.path = path
        directory = nil
        name = path.bytes.map(CChar.init(bitPattern:)) + [0]
    }

    /// A name found in a directory. A link is not followed.
    init(path: FilePath, directory: OpenDirectory, name: [UInt8]) {
        self.path = path
        self.directory = directory
        self.name = name.map(CChar.init(bitPattern:)) + [0]
    }

    var isFollowed: Bool { directory == nil }

    func status() throws(Errno) -> FileStatus {
        try SystemCalls.status(of: name, in: directory?.descriptor, following: isFollowed)
    }

    func open() throws(Errno) -> FileDescriptor {
        try SystemCalls.open(name, in: directory?.descriptor, following: isFollowed)
    }
}

/// A directory that stays open as long as any of its files waits to be read.
final class OpenDirectory: Sendable {
    let descriptor: FileDescriptor

    init(descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    deinit {
        try? descriptor.close()
    }
}

extension FilePath {
    /// The bytes of the path, which need not be UTF-8.
    var bytes: [UInt8] {
        unsafe withPlatformString { unsafe Array(UnsafeBufferPointer(start: $0, count: length)) }
            .map(UInt8.init(bitPattern:))
    }

    /// The path of a name inside this directory; the name's bytes are kept as they are.
    func appending(bytes name: [UInt8]) -> FilePath {
        let path = (bytes + [UInt8(ascii: "/")] + name + [0]).map(CChar.init(bitPattern:))
        return unsafe path.withUnsafeBufferPointer { path in
            guard let path = path.baseAddress else { return self }
            return unsafe FilePath(platformString: path)
        }
    }
}
