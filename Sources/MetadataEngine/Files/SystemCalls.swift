internal import SystemPackage

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#endif

/// The calls that swift-system has no name for.
enum SystemCalls {
    /// Opens a name inside a directory, for reading, without following a link, without waiting and without a terminal.
    ///
    /// The corresponding C function is `openat`.
    static func open(_ name: borrowing [CChar], in directory: FileDescriptor?, following: Bool) throws(Errno)
        -> FileDescriptor
    {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (following ? 0 : O_NOFOLLOW)
        let descriptor = unsafe name.withUnsafeBufferPointer { name in
            guard let name = name.baseAddress else { return Int32(-1) }
            return unsafe openat(directory?.rawValue ?? AT_FDCWD, name, flags)
        }
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: descriptor)
    }

    /// The facts of a name inside a directory.
    ///
    /// The corresponding C function is `fstatat`.
    static func status(of name: borrowing [CChar], in directory: FileDescriptor?, following: Bool) throws(Errno)
        -> FileStatus
    {
        var facts = stat()
        let result = unsafe name.withUnsafeBufferPointer { name in
            guard let name = name.baseAddress else { return Int32(-1) }
            return unsafe fstatat(
                directory?.rawValue ?? AT_FDCWD, name, &facts, following ? 0 : AT_SYMLINK_NOFOLLOW)
        }
        guard result == 0 else { throw Errno(rawValue: errno) }
        return FileStatus(facts)
    }

    /// The facts of an open file.
    ///
    /// The corresponding C function is `fstat`.
    static func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
        var facts = stat()
        guard unsafe fstat(descriptor.rawValue, &facts) == 0 else { throw Errno(rawValue: errno) }
        return FileStatus(facts)
    }

    /// The names in an open directory, but for `.` and `..`, sorted by their bytes.
    ///
    /// The corresponding C functions are `fdopendir` and `readdir`.
    static func names(in directory: FileDescriptor) throws(Errno) -> [[UInt8]] {
        let duplicate = fcntl(directory.rawValue, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { throw Errno(rawValue: errno) }
        guard let stream = unsafe fdopendir(duplicate) else {
            let failure = errno
            close(duplicate)
            throw Errno(rawValue: failure)
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe bytes(ofNameIn: entry)
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func bytes(ofNameIn entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
            unsafe Array(name.prefix { $0 != 0 })
        }
    }
}

/// What the system says of a file.
struct FileStatus: Hashable, Sendable {
    /// The kind of thing that it is.
    let kind: FileKind
    /// The length in bytes.
    let byteCount: Int
    /// When the content was last changed, in nanoseconds since 1970.
    let modified: Int64
    /// When the inode was last changed, in nanoseconds since 1970.
    let changed: Int64
    /// The device and the inode.
    let device: UInt64
    let inode: UInt64

    fileprivate init(_ facts: stat) {
        kind = FileKind(mode: facts.st_mode)
        byteCount = Int(facts.st_size)
        modified = Self.nanoseconds(facts.st_mtim)
        changed = Self.nanoseconds(facts.st_ctim)
        device = UInt64(facts.st_dev)
        inode = UInt64(facts.st_ino)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

/// The kinds of things that a directory holds.
enum FileKind: Hashable, Sendable {
    case regular, directory, symbolicLink, fifo, socket, characterDevice, blockDevice, other

    fileprivate init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .symbolicLink
        case S_IFIFO: self = .fifo
        case S_IFSOCK: self = .socket
        case S_IFCHR: self = .characterDevice
        case S_IFBLK: self = .blockDevice
        default: self = .other
        }
    }
}
