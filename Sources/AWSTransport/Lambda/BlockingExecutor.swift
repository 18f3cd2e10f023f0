internal import Dispatch

/// Runs tasks on threads that may wait: sources read synchronously, and a wait must hold up nobody else.
///
/// Swift's own threads are as few as the machine's cores; on a small function that is one. Here a job that waits costs
/// a thread, and the next job gets another.
public final class BlockingExecutor: TaskExecutor {
    /// The one of the process.
    public static let shared = BlockingExecutor()

    private let queue = DispatchQueue(label: "blocking", attributes: .concurrent)

    private init() {}

    /// Runs a job as soon as there is a thread.
    ///
    /// - Parameter job: The job.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
