public import MetadataCore
internal import SystemPackage

/// The records of all files under some paths, one for each, in the order of the sorted walk.
///
/// Files are read by several tasks at once, a bounded number ahead of the reader. To stop, leave the loop or cancel the
/// task: work ends within a block of each file that is being read.
///
/// ```swift
/// for await entry in engine.records(under: ["Fixtures"]) {
///     print(entry.path, entry.record.format.rawValue)
/// }
/// ```
public struct RecordSequence: AsyncSequence, Sendable {
    /// A path and its record.
    public typealias Element = RecordEntry
    /// Nothing is thrown: what is wrong with a file is in its record.
    public typealias Failure = Never

    let engine: ExtractionEngine
    let paths: [FilePath]
    let jobs: Int

    /// Starts the walk.
    ///
    /// - Returns: An iterator with tasks of its own; they end with it.
    public func makeAsyncIterator() -> AsyncIterator {
        var options = BatchOptions()
        options.jobs = jobs
        let source = WorkSource(DirectoryWalk(PathList(paths)), options: options)
        return AsyncIterator(
            run: BatchRun(source: source, jobs: jobs) { [engine] candidates, finish in
                await engine.work(on: candidates) { position, finished in
                    finish([(position, finished.map { engine.entry(of: $0.location, $0.evidence, $0.status) })])
                }
            })
    }

    /// The records not yet taken.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let run: RunOwner<RecordEntry>
        private var ready: ArraySlice<RecordEntry> = []

        init(run: BatchRun<RecordEntry>) {
            self.run = RunOwner(run)
        }

        /// Takes the next record.
        ///
        /// - Returns: The next record in the order of the walk; nil at the end, or when the task was cancelled.
        public mutating func next() async -> RecordEntry? {
            if ready.isEmpty { ready = await run.run.next()[...] }
            return Task.isCancelled ? nil : ready.popFirst()
        }
    }
}

/// Ends a run when its last iterator is gone.
final class RunOwner<Output: Sendable>: Sendable {
    let run: BatchRun<Output>

    init(_ run: BatchRun<Output>) {
        self.run = run
    }

    deinit {
        run.cancel()
    }
}
