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

    /// How many of its bytes are asked for before it is read.
    var readAheadByteCount: Int { min(2 << 20, byteCount ?? 0) }
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
    /// How many wait now: few at first where others wait for work, too.
    private var wantedCount: Int

    /// How many bytes are asked for before they are read.
    private static let aheadByteCount = 128 << 20

    /// A process may have 1,024 files open, unless it is told otherwise; some are left for other uses.
    private static let openFileCount = 896
    private static let groupsAhead = 4
    private static let firstGroupCount = 32

    init(_ walk: DirectoryWalk, options: BatchOptions) {
        self.walk = walk
        self.options = options
        let jobs = max(1, options.jobs)
        let share = max(1, Self.openFileCount / (jobs + min(Self.groupsAhead, jobs)))
        let count = min(FileGroup.maximumCount, share)
        groupCount = options.memory == nil ? count : 1
        aheadCount = count * min(Self.groupsAhead, jobs)
        wantedCount = jobs > 1 ? min(aheadCount, Self.firstGroupCount * jobs) : aheadCount
    }

    var isDone: Bool { isWalkDone && ahead.isEmpty }

    /// The next files in the order of the walk, to be worked on together; none at the end.
    mutating func next(atMost limit: Int) -> [Candidate] {
        fill()
        wantedCount = min(aheadCount, 2 * wantedCount)
        let count = groupEnd(atMost: max(1, limit))
        defer { ahead.removeFirst(count) }
        return Array(ahead[..<count])
    }

    private mutating func fill() {
        var byteCount = ahead.reduce(0) { $0 + $1.readAheadByteCount }
        while ahead.count < wantedCount, byteCount < Self.aheadByteCount, !isWalkDone {
            guard let item = walk.next() else {
                isWalkDone = true
                return
            }
            if let candidate = candidate(for: item) {
                ahead.append(candidate)
                byteCount += candidate.readAheadByteCount
            }
        }
    }

    /// Where the group ends that begins with the first candidate.
    private func groupEnd(atMost limit: Int) -> Int {
        let share = share
        var capacity = FileGroup.Capacity(sharedBy: max(1, options.jobs))
        var (end, fileCount, groupByteCount) = (0, 0, 0)
        while end < min(ahead.count, limit, share.count) {
            if let byteCount = ahead[end].byteCount {
                fileCount += 1
                groupByteCount += byteCount
                let isFull =
                    fileCount > groupCount || groupByteCount > share.byteCount || !capacity.hasRoom(for: byteCount)
                if fileCount > 1, isFull { break }
                capacity.take(byteCount)
            }
            end += 1
        }
        return end
    }

    /// The most candidates of the next group, and bytes: at both ends of the walk several jobs share what is there, so
    /// that all begin and end at about the same time.
    private var share: (count: Int, byteCount: Int) {
        guard options.jobs > 1, isWalkDone || wantedCount < aheadCount else { return (ahead.count, .max) }
        let byteCount = isWalkDone ? ahead.reduce(0) { $0 + ($1.byteCount ?? 0) } / (2 * options.jobs) : .max
        return (max(1, ahead.count / options.jobs), byteCount)
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
        let candidate = Candidate(location: item.location, content: .opened(opened))
        if case .file(let source, _) = opened { source.readAhead(byteCount: candidate.readAheadByteCount) }
        return candidate
    }
}

extension FileStatus {
    /// What a memory compares.
    var stamp: FileStamp {
        FileStamp(device: device, inode: inode, byteCount: byteCount, modified: modified, changed: changed)
    }
}
