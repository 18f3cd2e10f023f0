internal import MetadataCore
internal import SystemPackage

/// A location after the attempt to open it.
enum OpenedFile {
    /// A regular file.
    case file(FileSource, FileStatus)
    /// A directory.
    case directory(OpenDirectory)
    /// Something that has no content to read; the issue says what.
    case nothing(FileFormat, Issue)

    /// Opens what is a regular file or a directory, and nothing else.
    ///
    /// - Parameters:
    ///   - location: Where it stands.
    ///   - kind: What its directory said that it is, where it did.
    ///   - sparesCache: Whether what is read should not stay in the system's memory for files.
    init(_ location: FileLocation, kind: FileKind? = nil, sparesCache: Bool = false) {
        do {
            let found: FileKind
            if let kind { found = kind } else { found = try location.status().kind }
            switch found {
            case .regular, .directory: self = try Self.opening(location, sparesCache)
            default: self = Self.special(found, at: location)
            }
        } catch {
            self = .nothing(.unknown, Self.issue(for: error))
        }
    }

    /// The kind is asked again of what was opened: the name may have been given to something else meanwhile.
    private static func opening(_ location: FileLocation, _ sparesCache: Bool) throws(Errno) -> Self {
        let descriptor = try location.open()
        do {
            let status = try SystemCalls.status(of: descriptor)
            switch status.kind {
            case .regular:
                let source = FileSource(
                    descriptor: descriptor, byteCount: status.byteCount, sparesCache: sparesCache)
                return .file(source, status)
            case .directory: return .directory(OpenDirectory(descriptor: descriptor, pathBytes: location.pathBytes))
            default: break
            }
            try? descriptor.close()
            return special(status.kind, at: location)
        } catch {
            try? descriptor.close()
            throw error
        }
    }

    private static func special(_ kind: FileKind, at location: FileLocation) -> Self {
        if kind == .symbolicLink { return link(at: location) }
        let format = FileFormat(kind)
        return .nothing(
            format,
            Issue(
                .notRegularFile, .error, stage: .open, detail: "not a regular file but a \(format.rawValue); not opened"
            ))
    }

    private static func link(at location: FileLocation) -> Self {
        guard (try? location.targetStatus()) != nil else {
            return .nothing(.symbolicLink, Issue(.notFound, .error, stage: .open, detail: "the link leads nowhere"))
        }
        return .nothing(
            .symbolicLink, Issue(.symbolicLink, .note, stage: .open, detail: "a symbolic link; not followed"))
    }

    private static func issue(for error: Errno) -> Issue {
        let code: Issue.Code = error == .noSuchFileOrDirectory ? .notFound : .unreadable
        let retryable = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .ioError, .interrupted].contains(error)
        return Issue(code, .error, stage: .open, retryable: retryable, detail: "cannot open: \(error)")
    }
}

extension FileFormat {
    static let symbolicLink = Self(rawValue: "symlink")
    static let directory = Self(rawValue: "directory")

    init(_ kind: FileKind) {
        switch kind {
        case .fifo: self.init(rawValue: "fifo")
        case .socket: self.init(rawValue: "socket")
        case .characterDevice: self.init(rawValue: "chardevice")
        case .blockDevice: self.init(rawValue: "blockdevice")
        case .directory: self = .directory
        case .symbolicLink: self = .symbolicLink
        default: self = .unknown
        }
    }

    /// What `file` calls things that are no regular files.
    var specialMediaType: String {
        self == .unknown ? "application/octet-stream" : "inode/\(rawValue)"
    }
}
