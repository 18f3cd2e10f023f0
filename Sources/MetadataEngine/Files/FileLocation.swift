internal import SystemPackage

/// A file to be read: its path for people, and the way to open it.
struct FileLocation: Sendable {
    /// The path as the user would write it, ending with a zero byte.
    private let text: [UInt8]
    /// Where the name begins that is opened: inside ``directory``, or at the start for a path that the user named.
    private let nameStart: Int
    /// The open directory that holds it; nil for a path that the user named.
    let directory: OpenDirectory?

    /// A path that the user named. A link is followed there, as the user asked for what it leads to.
    init(named path: FilePath) {
        text = path.bytes + [0]
        nameStart = 0
        directory = nil
    }

    /// A name found in a directory. A link is not followed.
    init(_ name: Span<UInt8>, in directory: OpenDirectory) {
        var text: [UInt8] = []
        text.reserveCapacity(directory.pathBytes.count + name.count + 2)
        text += directory.pathBytes
        text.append(UInt8(ascii: "/"))
        for index in name.indices { text.append(name[index]) }
        text.append(0)
        self.text = text
        nameStart = directory.pathBytes.count + 1
        self.directory = directory
    }

    /// The bytes of the path, which need not be UTF-8.
    var pathBytes: [UInt8] { Array(text.dropLast()) }

    /// The bytes of the last component.
    var nameBytes: ArraySlice<UInt8> {
        let path = text.dropLast()
        let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return path[start...]
    }

    var isFollowed: Bool { directory == nil }

    func status() throws(Errno) -> FileStatus {
        try SystemCalls.status(of: text, from: nameStart, in: directory?.descriptor, following: isFollowed)
    }

    /// What a link leads to.
    func targetStatus() throws(Errno) -> FileStatus {
        try SystemCalls.status(of: text, from: nameStart, in: directory?.descriptor, following: true)
    }

    func open() throws(Errno) -> FileDescriptor {
        try SystemCalls.open(text, from: nameStart, in: directory?.descriptor, following: isFollowed)
    }
}

/// A directory that stays open as long as any of its files waits to be read.
final class OpenDirectory: Sendable {
    let descriptor: FileDescriptor
    let pathBytes: [UInt8]

    init(descriptor: FileDescriptor, pathBytes: [UInt8]) {
        self.descriptor = descriptor
        self.pathBytes = pathBytes
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
}
