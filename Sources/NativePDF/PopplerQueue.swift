import Dispatch
import MetadataCore
import Synchronization

/// The one place where poppler is called: one document after another, apart from the callers' executors.
///
/// GLib's objects belong to one thread at a time, and poppler's error log to the whole process.
final class PopplerQueue: Sendable {
    static let shared = PopplerQueue()

    private let queue = DispatchQueue(label: "assay.poppler")

    /// Does work on the queue. Work whose task is cancelled is asked to end early.
    ///
    /// - Parameter work: Is given a function that tells whether the task is cancelled.
    /// - Returns: What the work returns.
    func run(_ work: @escaping @Sendable (_ isCancelled: @escaping () -> Bool) -> Extraction) async -> Extraction {
        let flag = CancellationFlag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    PopplerLog.takeOver()
                    EmptyDocument.keepAlive()
                    continuation.resume(returning: work { flag.isSet })
                }
            }
        } onCancel: {
            flag.set()
        }
    }
}

/// Set once, from any thread.
private final class CancellationFlag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}
