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
    static func open(_ text: [UInt8], from start: Int, in directory: FileDescriptor?, following: Bool) throws(Errno)
        -> FileDescriptor
    {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (following ? 0 : O_NOFOLLOW)
        let descriptor = unsafe withName(text, from: start) { name in
            unsafe openat(directory?.rawValue ?? AT_FDCWD, name, flags)
        }
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: descriptor)
    }

    /// The facts of a name inside a directory.
    ///
    /// The corresponding C function is `fstatat`.
    static func status(of text: [UInt8], from start: Int, in directory: FileDescriptor?, following: Bool)
        throws(Errno) -> FileStatus
    {
        var facts = stat()
        let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
        let result = unsafe withName(text, from: start) { name in
            unsafe fstatat(directory?.rawValue ?? AT_FDCWD, name, &facts, flags)
        }
        guard result == 0 else { throw Errno(rawValue: errno) }
        return FileStatus(facts)
    }

    /// Calls `body` with the C string that begins at `start` of `text`, which ends with a zero byte.
    private static func withName(_ text: [UInt8], from start: Int, _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        unsafe text.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress else { return -1 }
            return unsafe body((base + start).assumingMemoryBound(to: CChar.self))
        }
    }

    /// Asks for memory in large pages, of which filling takes fewer faults; only advice.
    ///
    /// The corresponding C function is `madvise`.
    static func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
        guard let base = memory.baseAddress else { return }
        let pageByteCount = Int(sysconf(Int32(_SC_PAGESIZE)))
        let lead = Int(bitPattern: base) & (pageByteCount - 1)
        _ = unsafe madvise(base - lead, memory.count + lead, MADV_HUGEPAGE)
        #endif
    }

    /// The facts of an open file.
    ///
    /// The corresponding C function is `fstat`.
    static func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
        var facts = stat()
        guard unsafe fstat(descriptor.rawValue, &facts) == 0 else { throw Errno(rawValue: errno) }
        return FileStatus(facts)
    }

    /// The entries of an open directory, but for `.` and `..`, sorted by the bytes of their names.
    ///
    /// The corresponding C functions are `fdopendir` and `readdir`.
    static func listing(of directory: FileDescriptor) throws(Errno) -> DirectoryListing {
        let duplicate = fcntl(directory.rawValue, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { throw Errno(rawValue: errno) }
        guard let stream = unsafe fdopendir(duplicate) else {
            let failure = errno
            close(duplicate)
            throw Errno(rawValue: failure)
        }
        defer { unsafe closedir(stream) }
        var listing = DirectoryListing()
        errno = 0
        while let entry = unsafe readdir(stream) {
            unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
                let count = unsafe name.firstIndex(of: 0) ?? name.count
                let kind = unsafe FileKind(directoryType: entry.pointee.d_type)
                unsafe listing.append(UnsafeRawBufferPointer(rebasing: name[..<count]), kind: kind)
            }
            errno = 0
        }
        guard errno == 0 else { throw Errno(rawValue: errno) }
        listing.sort()
        return listing
    }

    /// Asks the system to bring a file's first bytes into memory, without waiting for them.
    ///
    /// The corresponding C function is `posix_fadvise`.
    static func readAhead(_ descriptor: FileDescriptor, byteCount: Int) {
        _ = posix_fadvise(descriptor.rawValue, 0, off_t(byteCount), POSIX_FADV_WILLNEED)
    }

    /// Gives up what the system keeps of a file in memory.
    ///
    /// The corresponding C function is `posix_fadvise`.
    static func forget(_ descriptor: FileDescriptor) {
        _ = posix_fadvise(descriptor.rawValue, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// Nanoseconds since 1970, as the file system's own clock counts them.
    ///
    /// The corresponding C function is `clock_gettime`.
    static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
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
enum FileKind: UInt8, Hashable, Sendable {
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

    /// What a directory says of an entry; nil where it does not say, as some file systems do.
    fileprivate init?(directoryType type: UInt8) {
        switch Int(type) {
        case Int(DT_REG): self = .regular
        case Int(DT_DIR): self = .directory
        case Int(DT_LNK): self = .symbolicLink
        case Int(DT_FIFO): self = .fifo
        case Int(DT_SOCK): self = .socket
        case Int(DT_CHR): self = .characterDevice
        case Int(DT_BLK): self = .blockDevice
        default: return nil
        }
    }
}
