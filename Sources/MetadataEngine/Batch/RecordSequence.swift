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
        AsyncIterator(
            run: BatchRun(walk: DirectoryWalk(paths), jobs: jobs) { [engine] item in
                try? await engine.entry(of: item)
            })
    }

    /// The records not yet taken.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let run: Owner

        init(run: BatchRun) {
            self.run = Owner(run: run)
        }

        /// Takes the next record.
        ///
        /// - Returns: The next record in the order of the walk; nil at the end, or when the task was cancelled.
        public mutating func next() async -> RecordEntry? {
            await run.run.next()
        }
    }

    /// Ends the run when its last iterator is gone.
    private final class Owner: Sendable {
        let run: BatchRun

        init(run: BatchRun) {
            self.run = run
        }

        deinit {
            run.cancel()
        }
    }
}
