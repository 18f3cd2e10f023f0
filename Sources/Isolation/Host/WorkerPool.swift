public import MetadataCore

/// The worker processes of one family: started when the first file comes, replaced when they die or grow.
///
/// A file that ends its worker is tried once more, alone in a new one; when that dies too, what was learned stays and
/// an issue says why: `crashed`, `timeout` or `limitExceeded`. Files that waited at the same worker lose nothing.
///
/// ```swift
/// let pool = WorkerPool(.pdf(executable: "/usr/libexec/assay/assay-worker-pdf"))
/// let extraction = await pool.extractor.extract(from: source, as: format, options: options)
/// ```
///
/// The processes end with the pool.
public final class WorkerPool: Sendable {
    /// What the workers are.
    public let family: WorkerFamily
    let driver: PoolDriver

    /// Makes a pool. No process is started yet.
    ///
    /// - Parameter family: What the workers are.
    public init(_ family: WorkerFamily) {
        self.family = family
        driver = PoolDriver(family: family)
    }

    deinit {
        driver.stop()
    }

    /// The reader that stands for the workers; it keeps the pool alive.
    public var extractor: IsolatedExtractor { IsolatedExtractor(pool: self) }

    /// What the pool has done so far.
    public var statistics: PoolStatistics { driver.statistics }

    /// The numbers of the processes that are alive.
    package var processes: [Int32] { driver.processes }

    /// Starts a worker, if there is none yet, and waits until it is ready.
    ///
    /// - Returns: The layers of its sandbox, its readers and its libraries.
    /// - Throws: ``ExtractionError`` with code `unavailable` when no worker can be started.
    public func report() async throws(ExtractionError) -> WorkerReport {
        try await driver.report().get()
    }

    /// Ends all workers. Files that wait, and those that come later, are answered with an issue `unavailable`.
    public func shutdown() {
        driver.stop()
    }
}
