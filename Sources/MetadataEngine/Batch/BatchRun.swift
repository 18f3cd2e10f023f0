internal import MetadataCore
internal import Synchronization

/// Work on many files by several tasks at once, with results in the order of the walk.
///
/// Workers claim items and wait while the window is full; the one consumer waits while the next result is not ready.
final class BatchRun: Sendable {
    typealias Process = @Sendable (DirectoryWalk.Item) async -> RecordEntry?

    private struct State {
        var walk: DirectoryWalk
        var window: ReorderWindow<RecordEntry?>
        var isWalkDone = false
        var isCancelled = false
        var idleWorkers: [CheckedContinuation<Void, Never>] = []
        var consumer: CheckedContinuation<Void, Never>?
        var workers: [Task<Void, Never>] = []
    }

    private enum Claim {
        case item(Int, DirectoryWalk.Item)
        case wait
        case done
    }

    private let state: Mutex<State>

    init(walk: DirectoryWalk, jobs: Int, process: @escaping Process) {
        let state = State(walk: walk, window: ReorderWindow(capacity: max(16, jobs * 16)))
        self.state = Mutex(state)
        for _ in 0..<max(1, jobs) { startWorker(process) }
    }

    /// The next result in the order of the walk; nil at the end, or when the run was cancelled.
    func next() async -> RecordEntry? {
        await withTaskCancellationHandler {
            while true {
                switch take() {
                case .ready(let entry): return entry
                case .done: return nil
                case .wait: await waitForResult()
                }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Stops all work as soon as each file's current block is read.
    func cancel() {
        let (workers, waiting) = state.withLock { state in
            state.isCancelled = true
            defer { state.idleWorkers = [] }
            return (state.workers, state.idleWorkers + [state.consumer].compactMap(\.self))
        }
        for worker in workers { worker.cancel() }
        state.withLock { $0.consumer = nil }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: - Workers

    private func startWorker(_ process: @escaping Process) {
        let worker = Task.detached { [self] in
            while let (index, item) = await claim() {
                complete(index, with: await process(item))
            }
        }
        state.withLock { $0.workers.append(worker) }
    }

    private func claim() async -> (Int, DirectoryWalk.Item)? {
        while true {
            switch state.withLock({ Self.claim(&$0) }) {
            case .item(let index, let item): return (index, item)
            case .done:
                wakeConsumer()
                return nil
            case .wait: await waitForRoom()
            }
        }
    }

    private static func claim(_ state: inout State) -> Claim {
        if state.isCancelled || state.isWalkDone { return .done }
        guard state.window.hasRoom else { return .wait }
        guard let item = state.walk.next() else {
            state.isWalkDone = true
            return .done
        }
        return .item(state.window.handOut(), item)
    }

    private func complete(_ index: Int, with entry: RecordEntry?) {
        state.withLock { $0.window.complete(index, with: entry) }
        wakeConsumer()
    }

    private func waitForRoom() async {
        await withCheckedContinuation { continuation in
            let resumesNow = state.withLock { state in
                if state.window.hasRoom || state.isCancelled { return true }
                state.idleWorkers.append(continuation)
                return false
            }
            if resumesNow { continuation.resume() }
        }
    }

    // MARK: - The consumer

    private enum Taken {
        case ready(RecordEntry?)
        case wait
        case done
    }

    private func take() -> Taken {
        let (taken, idle) = state.withLock { state -> (Taken, [CheckedContinuation<Void, Never>]) in
            if state.isCancelled { return (.done, []) }
            guard let entry = state.window.emit() else {
                return (state.isWalkDone && state.window.isDrained ? .done : .wait, [])
            }
            defer { state.idleWorkers = [] }
            return (.ready(entry), state.idleWorkers)
        }
        for continuation in idle { continuation.resume() }
        return taken
    }

    private func waitForResult() async {
        await withCheckedContinuation { continuation in
            let resumesNow = state.withLock { state in
                if state.isCancelled || state.window.isNextReady { return true }
                if state.isWalkDone, state.window.isDrained { return true }
                state.consumer = continuation
                return false
            }
            if resumesNow { continuation.resume() }
        }
    }

    private func wakeConsumer() {
        let consumer = state.withLock { state in
            defer { state.consumer = nil }
            return state.consumer
        }
        consumer?.resume()
    }
}
