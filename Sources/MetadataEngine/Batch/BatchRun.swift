internal import MetadataCore

/// Work on many files by several tasks at once, with results in the order of the walk.
///
/// Workers claim groups of files and wait while the window is full; the one consumer waits while the next result is not
/// ready.
final class BatchRun<Output: Sendable>: Sendable {
    /// Results with the positions of their files; nil when the run was cancelled.
    typealias Results = [(position: Int, output: Output?)]
    /// Works on files and hands over their results, in their order.
    typealias Process = @Sendable ([Candidate], _ finish: @Sendable (Results) -> Void) async -> Void

    private struct State {
        var window: ReorderWindow<Output?>
        /// Whether all work is handed out.
        var isSourceDone = false
        var isCancelled = false
        var idleWorkers: [CheckedContinuation<Void, Never>] = []
        var consumer: CheckedContinuation<Void, Never>?
        var workers: [Task<Void, Never>] = []
        var current: [Int: (location: FileLocation, since: ContinuousClock.Instant)] = [:]

        var isEmpty: Bool { isSourceDone && window.isDrained }
    }

    private enum Claim {
        case group(first: Int, [Candidate])
        case wait
        case done
    }

    /// Held while files are opened; always taken before ``state``.
    private let source: Guarded<WorkSource>
    private let state: Guarded<State>

    init(source: WorkSource, jobs: Int, process: @escaping Process) {
        let window = ReorderWindow<Output?>(capacity: (jobs + 1) * FileGroup.maximumCount)
        self.source = Guarded(source)
        state = Guarded(State(window: window))
        for number in 0..<max(1, jobs) { startWorker(number, process) }
    }

    /// The file that has been worked on for the longest time now.
    var oldest: (location: FileLocation, since: ContinuousClock.Instant)? {
        state.withLock { $0.current.values.min { $0.since < $1.since } }
    }

    /// The next results in the order of the walk, as many as are ready; none at the end, or when the run was cancelled.
    func next() async -> [Output] {
        await withTaskCancellationHandler {
            while true {
                switch take() {
                case .ready(let outputs): return outputs
                case .done: return []
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
            defer {
                state.idleWorkers = []
                state.consumer = nil
            }
            return (state.workers, state.idleWorkers + [state.consumer].compactMap(\.self))
        }
        for worker in workers { worker.cancel() }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: - Workers

    private func startWorker(_ number: Int, _ process: @escaping Process) {
        let worker = Task.detached { [self] in
            while let (first, group) = await claim(number) {
                await process(group) { results in
                    let last = results.last?.position ?? 0
                    complete(results, from: first, by: number, next: group.dropFirst(last + 1).first)
                }
                wakeConsumer()
            }
        }
        state.withLock { $0.workers.append(worker) }
    }

    private func claim(_ number: Int) async -> (Int, [Candidate])? {
        while true {
            switch source.withLock({ claim(number, of: &$0) }) {
            case .group(let first, let group): return (first, group)
            case .done:
                wakeConsumer()
                return nil
            case .wait: await waitForRoom()
            }
        }
    }

    private func claim(_ number: Int, of source: inout WorkSource) -> Claim {
        let (roomCount, isCancelled) = state.withLock { ($0.window.roomCount, $0.isCancelled) }
        if isCancelled || source.isDone { return .done }
        guard roomCount > 0 else { return .wait }
        let group = source.next(atMost: roomCount)
        return state.withLock { state in
            state.isSourceDone = source.isDone
            guard let first = group.first else { return .done }
            state.current[number] = (first.location, .now)
            return .group(first: state.window.handOut(group.count), group)
        }
    }

    private func complete(_ results: Results, from first: Int, by number: Int, next: Candidate?) {
        let wasSlow = state.withLock { state in
            let now = ContinuousClock.now
            let since = state.current[number]?.since ?? now
            for (position, output) in results { state.window.complete(first + position, with: output) }
            state.current[number] = next.map { ($0.location, now) }
            return now - since > Self.patience
        }
        if wasSlow { wakeConsumer() }
    }

    /// How long one result may wait for those of its group.
    private static var patience: Duration { .milliseconds(10) }

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
        case ready([Output])
        case wait
        case done
    }

    private func take() -> Taken {
        let (taken, idle) = state.withLock { state -> (Taken, [CheckedContinuation<Void, Never>]) in
            if state.isCancelled { return (.done, []) }
            var outputs: [Output] = []
            while let output = state.window.emit() {
                guard let output else { return (.done, []) }
                outputs.append(output)
            }
            guard !outputs.isEmpty else { return (state.isEmpty ? .done : .wait, []) }
            defer { state.idleWorkers = [] }
            return (.ready(outputs), state.idleWorkers)
        }
        for continuation in idle { continuation.resume() }
        return taken
    }

    private func waitForResult() async {
        await withCheckedContinuation { continuation in
            let resumesNow = state.withLock { state in
                if state.isCancelled || state.window.isNextReady || state.isEmpty { return true }
                state.consumer = continuation
                return false
            }
            if resumesNow { continuation.resume() }
        }
    }

    /// Wakes the consumer when there is something for it.
    private func wakeConsumer() {
        let consumer = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.window.isNextReady || state.isEmpty || state.isCancelled else { return nil }
            defer { state.consumer = nil }
            return state.consumer
        }
        consumer?.resume()
    }
}
