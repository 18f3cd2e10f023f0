internal import MetadataCore
internal import SystemPackage

/// A file that is to be worked on, opened ahead of time.
struct Candidate: Sendable {
    enum Content: Sendable {
        /// The record of an earlier run holds, as the file has not changed.
        case remembered(RecordLine, pathBytes: [UInt8], byteCount: Int)
        case opened(OpenedFile)
        /// A directory that cannot be listed.
        case unlisted(Issue)
    }

    let location: FileLocation
    let content: Content

    /// The length of a regular file that was opened.
    var byteCount: Int? {
        guard case .opened(.file(let source, _)) = content else { return nil }
        return source.byteCount
    }
}

/// The walk as pieces of work: files are opened ahead, so that the system reads while others are worked on, and small
/// ones come together, so that they are hashed together.
struct WorkSource: Sendable {
    private var walk: DirectoryWalk
    private let options: BatchOptions
    private var ahead: [Candidate] = []
    private var isWalkDone = false

    /// How many candidates wait, and how many of a group are files.
    private let aheadCount: Int
    private let groupCount: Int

    /// How many bytes of a file are asked for before it is read.
    private static let readAheadByteCount = 2 << 20

    init(_ walk: DirectoryWalk, options: BatchOptions) {
        self.walk = walk
        self.options = options
        // A process may have 1,024 files open, unless it is told otherwise.
        let share = max(1, 256 / max(1, options.jobs))
        groupCount = options.memory == nil ? min(FileGroup.maximumCount, share) : 1
        aheadCount = FileGroup.maximumCount * min(4, max(1, options.jobs))
    }

    var isDone: Bool { isWalkDone && ahead.isEmpty }

    /// The next files in the order of the walk, to be worked on together; none at the end.
    mutating func next(atMost limit: Int) -> [Candidate] {
        fill()
        let count = groupEnd(atMost: max(1, limit))
        defer { ahead.removeFirst(count) }
        return Array(ahead[..<count])
    }

    private mutating func fill() {
        while ahead.count < aheadCount, !isWalkDone {
            guard let item = walk.next() else {
                isWalkDone = true
                return
            }
            if let candidate = candidate(for: item) { ahead.append(candidate) }
        }
    }

    /// Where the group ends that begins with the first candidate.
    private func groupEnd(atMost limit: Int) -> Int {
        let share = isWalkDone ? max(1, ahead.count / max(1, options.jobs)) : ahead.count
        var capacity = FileGroup.Capacity()
        var (end, fileCount) = (0, 0)
        while end < min(ahead.count, limit, share) {
            if let byteCount = ahead[end].byteCount {
                fileCount += 1
                if fileCount > 1, fileCount > groupCount || !capacity.hasRoom(for: byteCount) { break }
                capacity.take(byteCount)
            }
            end += 1
        }
        return end
    }

    private func candidate(for item: DirectoryWalk.Item) -> Candidate? {
        if let issue = item.issue { return Candidate(location: item.location, content: .unlisted(issue)) }
        if options.memory != nil || options.filter.needsStatus, let status = try? item.location.status() {
            if options.filter.leavesOut(status) { return nil }
            let pathBytes = item.location.pathBytes
            if status.kind == .regular, let line = options.memory?.recall(pathBytes, status.stamp) {
                let content = Candidate.Content.remembered(line, pathBytes: pathBytes, byteCount: status.byteCount)
                return Candidate(location: item.location, content: content)
            }
        }
        let opened = OpenedFile(item.location, kind: item.kind, sparesCache: options.sparesCache)
        if case .file(let source, _) = opened { source.readAhead(byteCount: Self.readAheadByteCount) }
        return Candidate(location: item.location, content: .opened(opened))
    }
}

extension FileStatus {
    /// What a memory compares.
    var stamp: FileStamp {
        FileStamp(device: device, inode: inode, byteCount: byteCount, modified: modified, changed: changed)
    }
}
