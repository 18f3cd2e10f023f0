public import MetadataCore

/// A reader whose work is done in worker processes: what a hostile file does to a native library stays there.
///
/// The source's descriptor is handed to the worker; a source without one is copied, up to `Limits.inMemoryByteCount`.
///
/// ```swift
/// let engine = ExtractionEngine.standard(native: [WorkerPool(.image(executable: path)).extractor])
/// ```
public struct IsolatedExtractor: BundlingExtractor {
    private let pool: WorkerPool

    /// Makes a reader.
    ///
    /// - Parameter pool: The workers that do the reading.
    public init(pool: WorkerPool) {
        self.pool = pool
    }

    /// The name of the pool's family.
    public var name: String { pool.family.name }

    /// Always: that is what workers are for.
    public var isNative: Bool { true }

    /// The formats that the workers read.
    public var formats: Set<FileFormat> { pool.family.formats }

    /// Has a worker read a source.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: One of ``formats``.
    ///   - options: Limits and policies.
    /// - Returns: What the worker's readers found; an issue `crashed`, `timeout` or `limitExceeded` where they died of
    ///   the file, `unavailable` where there is no worker, `cancelled` where the task was cancelled.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        await pool.driver.extract([TypedSource(source, format)], options: options)[0]
    }

    /// Has workers read several sources; each may be read by another one.
    package func extract(from sources: [TypedSource], options: ExtractionOptions) async -> [Extraction] {
        await pool.driver.extract(sources, options: options)
    }
}
