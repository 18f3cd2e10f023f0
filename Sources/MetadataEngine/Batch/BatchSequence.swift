internal import MetadataCore
internal import SystemPackage

/// The records of a run over many files, in the order of the sorted walk, as many at a time as are ready.
///
/// ```swift
/// for await entries in engine.batch(under: PathList(["uploads"]), options: options) {
///     for entry in entries { write(entry.line.json) }
/// }
/// ```
public struct BatchSequence: AsyncSequence, Sendable {
    /// The entries that are ready, at least one.
    public typealias Element = [BatchEntry]
    /// Nothing is thrown: what is wrong with a file is in its record.
    public typealias Failure = Never

    let engine: ExtractionEngine
    let paths: PathList
    let options: BatchOptions

    /// Starts the walk.
    ///
    /// - Returns: An iterator with tasks of its own; they end with it.
    public func makeAsyncIterator() -> AsyncIterator {
        let source = WorkSource(DirectoryWalk(paths, filter: options.filter), options: options)
        let memory = options.memory
        return AsyncIterator(
            BatchRun(source: source, jobs: options.jobs) { [engine] candidates, finish in
                await engine.lines(of: candidates, memory, finish: finish)
            })
    }

    /// The entries not yet taken.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let owner: RunOwner<BatchEntry>

        init(_ run: BatchRun<BatchEntry>) {
            owner = RunOwner(run)
        }

        /// What the run is at, for a display of progress.
        public var activity: BatchActivity { BatchActivity(run: owner.run) }

        /// Takes the next entries.
        ///
        /// - Returns: The next entries in the order of the walk; nil at the end, or when the task was cancelled.
        public mutating func next() async -> [BatchEntry]? {
            let entries = await owner.run.next()
            return entries.isEmpty ? nil : entries
        }
    }
}

/// What a run over many files is at.
public struct BatchActivity: Sendable {
    let run: BatchRun<BatchEntry>

    /// The file that has been worked on for the longest time now, and for how long.
    public var oldest: (path: String, duration: Duration)? {
        run.oldest.map { (String(decoding: $0.location.pathBytes, as: UTF8.self), .now - $0.since) }
    }
}

extension BatchSequence {
    /// Counts the files that the run will take, without reading any.
    ///
    /// - Returns: The count; fewer when the task was cancelled.
    public func count() async -> Int {
        var count = 0
        for _ in DirectoryWalk(paths, filter: options.filter) {
            if Task.isCancelled { break }
            count += 1
        }
        return count
    }
}

extension ExtractionEngine {
    /// Works on candidates, writes their records and remembers them.
    fileprivate func lines(
        of candidates: [Candidate], _ memory: (any RecordMemory)?,
        finish: @Sendable (BatchRun<BatchEntry>.Results) -> Void
    ) async {
        var remembered: BatchRun<BatchEntry>.Results = []
        var unknown: [Int] = []
        for (position, candidate) in candidates.enumerated() {
            if case .remembered(let line, let pathBytes, let byteCount) = candidate.content {
                remembered.append((position, BatchEntry(remembered: line, pathBytes: pathBytes, byteCount: byteCount)))
            } else {
                unknown.append(position)
            }
        }
        if !remembered.isEmpty { finish(remembered) }
        guard !unknown.isEmpty else { return }
        let positions = unknown
        await work(on: positions.map { candidates[$0] }) { index, finished in
            guard let finished else { return finish([(positions[index], nil)]) }
            let entry = entry(of: finished.location, finished.evidence, finished.status)
            let line = BatchEntry(entry, duration: finished.duration)
            memory?.remember(entry, line.line, finished.lastingStamp(entry.record))
            finish([(positions[index], line)])
        }
    }
}

extension ExtractionEngine.Finished {
    /// How old the last change must be for the next one to have another time: the clocks of file systems tick slowly.
    private static let tick: Int64 = 50_000_000

    /// What stands for the content that was read; nil when the same stamp could come to stand for another, or when
    /// another attempt could give another record.
    fileprivate func lastingStamp(_ record: MetadataRecord) -> FileStamp? {
        guard let status, !record.issues.contains(where: \.retryable) else { return nil }
        guard SystemCalls.now() - max(status.modified, status.changed) > Self.tick else { return nil }
        return status.stamp
    }
}
