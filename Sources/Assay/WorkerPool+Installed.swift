public import Isolation

extension WorkerPool {
    /// The pools of the workers that are installed beside the running program: one for libjpeg, libpng and libexif, one
    /// for poppler.
    ///
    /// A worker process starts when the first file of its family comes.
    ///
    /// ```swift
    /// let engine = ExtractionEngine.standard(native: WorkerPool.installed().map(\.extractor))
    /// ```
    ///
    /// - Parameter configure: Changes a family's deadlines, memory or number of workers before its pool is made.
    /// - Returns: One pool a family. A worker whose program is missing answers every file with an issue `unavailable`.
    public static func installed(configure: (inout WorkerFamily) -> Void = { _ in }) -> [WorkerPool] {
        let families = [
            WorkerFamily.image(executable: program("assay-worker-image")),
            WorkerFamily.pdf(executable: program("assay-worker-pdf")),
        ]
        return families.map { family in
            var family = family
            configure(&family)
            return WorkerPool(family)
        }
    }

    private static func program(_ name: String) -> String {
        WorkerExecutable.path(named: name) ?? name
    }
}
