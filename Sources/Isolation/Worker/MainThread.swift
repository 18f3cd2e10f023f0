internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Runs a task on the main thread and nowhere else.
///
/// The runtime's own pool watches its threads through `/proc`, which a sandboxed process cannot read, and ends the
/// process when it fails. A worker reads one file at a time and needs no pool.
// Safe: the pointer is made in the initialiser, freed in `deinit` and never handed out.
@safe package final class MainThread: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isFinished = false
    }

    private let state = Guarded(State())
    // Its functions may be called from any thread (sem_overview(7)).
    nonisolated(unsafe) private let semaphore: UnsafeMutablePointer<sem_t>

    private init() {
        unsafe semaphore = .allocate(capacity: 1)
        unsafe sem_init(semaphore, 0, 0)
    }

    deinit {
        unsafe sem_destroy(semaphore)
        unsafe semaphore.deallocate()
    }

    /// Runs asynchronous work on the calling thread until it has ended.
    ///
    /// - Parameter work: The work.
    package static func run(_ work: @escaping @Sendable () async -> Void) {
        let thread = MainThread()
        Task(executorPreference: thread) {
            await work()
            thread.state.withLock { $0.isFinished = true }
        }
        thread.runJobs()
    }

    /// Takes a piece of a task, which the thread runs next.
    ///
    /// - Parameter job: The piece.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        unsafe sem_post(semaphore)
    }

    private func runJobs() {
        while !state.withLock({ $0.isFinished }) {
            while unsafe sem_wait(semaphore) != 0 {}
            guard let job = state.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) else { continue }
            unsafe job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
