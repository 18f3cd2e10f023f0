internal import CSandbox
internal import MetadataCore
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Runs a ``PoolMachine``: one thread starts the processes, hears them and keeps the time; callers send by themselves.
///
/// No thread of Swift's pool ever waits here. All state is behind one lock, which is held for short sends only.
final class PoolDriver: Sendable {
    private typealias Answer = CheckedContinuation<[Extraction], Never>
    typealias ReportAnswer = CheckedContinuation<Result<WorkerReport, ExtractionError>, Never>

    private struct Waiter {
        let payload: Payload
        let caller: Answer
    }

    /// All but what callers have left.
    private struct State {
        var machine: PoolMachine
        var processes: [PoolMachine.WorkerID: WorkerProcess] = [:]
        var waiters: [UInt32: Waiter] = [:]
        var reportWaiters: [ReportAnswer] = []
        /// Cancelled before they were submitted.
        var cancelled: Set<UInt32> = []
        var toStart: [PoolMachine.WorkerID] = []
        /// For which something was queued since they were last looked at.
        var toFlush: Set<PoolMachine.WorkerID> = []
        var phase = Phase.new
    }

    private enum Phase {
        case new, running, stopping, stopped
    }

    /// What is done when the lock is free again.
    private struct Aftermath {
        var answers: [(Answer, [Extraction])] = []
        var reports: [(ReportAnswer, Result<WorkerReport, ExtractionError>)] = []
        var wakes = false

        func run(_ driver: PoolDriver) {
            for (answer, extractions) in answers { answer.resume(returning: extractions) }
            for (answer, report) in reports { answer.resume(returning: report) }
            if wakes { driver.wake() }
        }
    }

    private let state: Guarded<State>
    /// What callers have left, for whoever holds the state next: they need not wait for it.
    private let inbox = Guarded<[Waiter]>([])
    private let family: WorkerFamily
    /// Whether the thread sleeps without a limit, so that it has to be woken; set under the lock.
    private let isParked = Atomic(false)
    private let nextID = Atomic<UInt32>(0)
    private let bell: Int32

    /// How long the thread waits at most while there is work: deadlines are kept to within this.
    private static let tickMilliseconds: Int64 = 100
    /// How long it leaves workers alone that have enough to do: several answers are then heard at once.
    private static let feedMicroseconds: UInt32 = 400
    /// How long it keeps ticking when there is none: a caller that sends one file after another need not wake it.
    private static let lingerNanoseconds: Int64 = 1_000_000_000

    init(family: WorkerFamily) {
        self.family = family
        state = Guarded(State(machine: PoolMachine(family: family)))
        bell = assay_bell_create()
    }

    deinit {
        close(bell)
    }

    var statistics: PoolStatistics {
        withState { $0.machine.statistics }
    }

    var processes: [Int32] {
        withState { $0.processes.values.map(\.process).sorted() }
    }
}

// MARK: - Callers

extension PoolDriver {
    /// Has sources read: as many at once as go into a request, and after one that its worker died of, the rest again.
    func extract(_ sources: [TypedSource], options: ExtractionOptions) async -> [Extraction] {
        var answers: [Extraction] = []
        while answers.count < sources.count {
            let parts = Array(sources[answers.count...].prefix(Frame.mostParts))
            answers += await request(parts, options: options)
        }
        return answers
    }

    /// Has the parts of one request read.
    ///
    /// - Returns: At least one answer, at most one for each part.
    private func request(_ parts: [TypedSource], options: ExtractionOptions) async -> [Extraction] {
        let id = nextID.wrappingAdd(1, ordering: .relaxed).newValue
        let payload: Payload
        do throws(ExtractionError) {
            payload = try Payload(id: id, sources: parts, options: options)
        } catch {
            guard parts.count == 1 else { return await request(Array(parts.prefix(1)), options: options) }
            var extraction = Extraction()
            extraction.report(error)
            return [extraction]
        }
        let answers = await withTaskCancellationHandler {
            await withCheckedContinuation { submit(Waiter(payload: payload, caller: $0)) }
        } onCancel: {
            cancel(id)
        }
        if Task.isCancelled { withState { _ = $0.cancelled.remove(id) } }
        return answers
    }

    private func submit(_ waiter: Waiter) {
        inbox.withLock { $0.append(waiter) }
        emptyInbox()
    }

    /// Takes in what callers have left, unless somebody holds the state, who will.
    private func emptyInbox() {
        while inbox.withLock({ !$0.isEmpty }) {
            guard let aftermath = state.withLockIfAvailable({ react(&$0) { _, _ in [] } }) else { return }
            aftermath.run(self)
        }
    }

    private func takeIn(_ state: inout State, _ actions: inout [PoolMachine.Action]) -> [Refusal] {
        let arrivals = inbox.withLock { inbox in
            defer { inbox = [] }
            return inbox
        }
        guard state.phase != .stopping, state.phase != .stopped else { return arrivals.map { .refuse($0) } }
        for waiter in arrivals {
            let id = waiter.payload.request.id
            state.waiters[id] = waiter
            let now = MonotonicClock.now()
            state.machine.submit(id, partCount: waiter.payload.request.parts.count, now: now, &actions)
            if state.cancelled.remove(id) != nil { state.machine.cancel(id, now: now, &actions) }
        }
        return []
    }

    private func cancel(_ id: UInt32) {
        perform { state, actions in
            if state.waiters[id] == nil { state.cancelled.insert(id) }
            state.machine.cancel(id, now: MonotonicClock.now(), &actions)
            return []
        }
    }

    /// What the first worker says of itself; it is started if there is none.
    func report() async -> Result<WorkerReport, ExtractionError> {
        await withCheckedContinuation { answer in
            perform { state, actions in
                guard state.phase != .stopping, state.phase != .stopped else { return [.refuseReport(answer)] }
                state.reportWaiters.append(answer)
                state.machine.prepare(now: MonotonicClock.now(), &actions)
                return []
            }
        }
    }

    /// Ends all workers; files that wait are answered with `unavailable`.
    func stop() {
        let isRunning = withState { state in
            let isRunning = state.phase == .running
            if isRunning { state.phase = .stopping }
            if state.phase == .new { state.phase = .stopped }
            return isRunning
        }
        if isRunning { wake() }
    }

    private func wake() {
        assay_bell_ring(bell)
    }
}

// MARK: - Actions

extension PoolDriver {
    private enum Refusal {
        case refuse(Waiter)
        case refuseReport(ReportAnswer)
    }

    private static let stopped = ExtractionError(.unavailable, "the pool of workers was shut down")

    /// Uses the state, and takes in what callers left meanwhile.
    private func withState<Result>(_ body: (inout sending State) -> sending Result) -> sending Result {
        defer { emptyInbox() }
        return state.withLock(body)
    }

    /// Gives the machine an event under the lock, and does what it says.
    private func perform(_ event: (inout State, inout [PoolMachine.Action]) -> [Refusal]) {
        withState { react(&$0, to: event) }.run(self)
    }

    private func react(
        _ state: inout State, to event: (inout State, inout [PoolMachine.Action]) -> [Refusal]
    ) -> Aftermath {
        var actions: [PoolMachine.Action] = []
        var aftermath = Aftermath()
        for refusal in event(&state, &actions) + takeIn(&state, &actions) { refuse(refusal, &aftermath) }
        for action in actions { apply(action, to: &state, &aftermath) }
        send(&state, &aftermath)
        return aftermath
    }

    /// Sends what waits to workers that will soon have nothing to do; the thread sends the rest, many at once.
    private func send(_ state: inout State, _ aftermath: inout Aftermath) {
        for worker in state.toFlush {
            let unsentCount = state.processes[worker]?.queuedCount ?? 0
            if state.machine.isFed(worker, without: unsentCount) { continue }
            state.processes[worker]?.flush()
            if isThreadParked || state.processes[worker]?.isBlocked == true { aftermath.wakes = true }
        }
        state.toFlush = []
    }

    private var isThreadParked: Bool { isParked.load(ordering: .relaxed) }

    private func refuse(_ refusal: Refusal, _ aftermath: inout Aftermath) {
        switch refusal {
        case .refuse(let waiter):
            var extraction = Extraction()
            extraction.report(Self.stopped)
            aftermath.answers.append((waiter.caller, extraction.answers(waiter.payload.request.parts.count)))
        case .refuseReport(let answer):
            aftermath.reports.append((answer, .failure(Self.stopped)))
        }
    }

    private func apply(_ action: PoolMachine.Action, to state: inout State, _ aftermath: inout Aftermath) {
        switch action {
        case .start(let id):
            state.toStart.append(id)
            launchThread(&state)
            aftermath.wakes = true
        case .send(let id, let worker):
            guard let payload = state.waiters[id]?.payload else { return }
            state.processes[worker]?.queue(payload)
            state.toFlush.insert(worker)
        case .kill(let worker), .retire(let worker):
            state.processes[worker]?.kill()
        case .finish(let id, let extractions):
            guard let waiter = state.waiters.removeValue(forKey: id) else { return }
            aftermath.answers.append((waiter.caller, extractions))
        case .ready(let report):
            let result: Result<WorkerReport, ExtractionError> =
                if let failure = state.machine.failure, report == nil { .failure(failure) } else {
                    report.map { .success($0) } ?? .failure(Self.stopped)
                }
            aftermath.reports += state.reportWaiters.map { ($0, result) }
            state.reportWaiters = []
        }
    }

    private func launchThread(_ state: inout State) {
        guard state.phase == .new else { return }
        state.phase = .running
        Thread.start { [self] in run() }
    }
}

// MARK: - The thread

extension PoolDriver {
    private func run() {
        var ears = Ears()
        var lastWork = MonotonicClock.now()
        while true {
            startProcesses()
            let now = MonotonicClock.now()
            let (listeners, timeout, isFed, isStopping) = withState { state -> ([Listener], Int32, Bool, Bool) in
                for worker in state.processes.keys { state.processes[worker]?.flush() }
                let isIdle = state.machine.nextDeadline == nil
                if !isIdle { lastWork = now }
                isParked.store(isIdle && now - lastWork > Self.lingerNanoseconds, ordering: .relaxed)
                let listeners = state.processes.map { Listener(worker: $0.key, process: $0.value) }
                let timeout = state.toStart.isEmpty ? self.timeout(state, now: now) : 0
                return (listeners, timeout, state.machine.isFed, state.phase == .stopping)
            }
            if isStopping { return finish() }
            if isFed { usleep(Self.feedMicroseconds) }
            listen(to: listeners, timeout: timeout, &ears)
            perform { state, actions in
                let processes = state.processes
                state.machine.tick(now: MonotonicClock.now(), processTime: { processes[$0]?.time }, &actions)
                return []
            }
        }
    }

    /// Milliseconds for `poll`.
    private func timeout(_ state: State, now: Int64) -> Int32 {
        if isThreadParked { return -1 }
        guard let deadline = state.machine.nextDeadline else { return Int32(Self.tickMilliseconds) }
        return Int32(max(0, min(Self.tickMilliseconds, (deadline - now) / 1_000_000 + 1)))
    }

    private struct Listener {
        let worker: PoolMachine.WorkerID
        let socket: Int32
        let isBlocked: Bool

        init(worker: PoolMachine.WorkerID, process: WorkerProcess) {
            self.worker = worker
            socket = process.socket
            isBlocked = process.isBlocked
        }
    }

    /// The corresponding C function is `poll`.
    private func listen(to listeners: [Listener], timeout: Int32, _ ears: inout Ears) {
        var polled = listeners.map {
            pollfd(fd: $0.socket, events: Int16($0.isBlocked ? POLLIN | POLLOUT : POLLIN), revents: 0)
        }
        polled.append(pollfd(fd: bell, events: Int16(POLLIN), revents: 0))
        let count = nfds_t(polled.count)
        guard unsafe poll(&polled, count, timeout) > 0 else { return }
        isParked.store(false, ordering: .relaxed)
        if let last = polled.last, last.revents != 0 {
            assay_bell_silence(bell)
        }
        for (listener, result) in zip(listeners, polled) where result.revents != 0 {
            if result.revents & Int16(POLLOUT) != 0 {
                withState { $0.processes[listener.worker]?.flush() }
            }
            if result.revents & ~Int16(POLLOUT) != 0 { hear(listener, &ears) }
        }
    }

    /// What the thread hears with.
    private struct Ears {
        var scratch = [UInt8](repeating: 0, count: 65_536)
        var decoders: [PoolMachine.WorkerID: FrameDecoder] = [:]
    }

    /// Takes all that a worker has sent, so that no deadline passes while its answer lies here; at its end, collects it.
    private func hear(_ listener: Listener, _ ears: inout Ears) {
        let capacity = ears.scratch.count
        var count = 0
        repeat {
            count = unsafe ears.scratch.withUnsafeMutableBytes { bytes in
                unsafe assay_receive(listener.socket, bytes.baseAddress, capacity, nil, nil, 0)
            }
            if count == -Int(EAGAIN) { return }
            guard count > 0 else {
                ears.decoders[listener.worker] = nil
                return collect(listener.worker)
            }
            ears.decoders[listener.worker, default: FrameDecoder()].append(ears.scratch[0..<count])
            report(ears.decoders[listener.worker, default: FrameDecoder()].frames(), from: listener.worker)
        } while count == capacity
    }

    /// Tells the machine of whole frames, and of bytes that are none.
    private func report(_ frames: FrameDecoder.Frames, from worker: PoolMachine.WorkerID) {
        perform { state, actions in
            let now = MonotonicClock.now()
            for (frame, byteCount) in frames.whole {
                Self.report(frame, byteCount: byteCount, from: worker, now: now, &state.machine, &actions)
            }
            if let failure = frames.failure { state.machine.misbehaved(worker, "\(failure)", now: now, &actions) }
            return []
        }
    }

    private static func report(
        _ frame: Frame, byteCount: Int, from worker: PoolMachine.WorkerID, now: Int64, _ machine: inout PoolMachine,
        _ actions: inout [PoolMachine.Action]
    ) {
        switch frame {
        case .hello(let report): machine.greeted(worker, report, now: now, &actions)
        case .stage(let stage): machine.received(stage, byteCount: byteCount, from: worker, now: now, &actions)
        case .request: machine.misbehaved(worker, "a request from a worker", now: now, &actions)
        }
    }

    private func collect(_ worker: PoolMachine.WorkerID) {
        // Taken out first: from here on nobody else may signal the number, which the system may give to another.
        guard let process = withState({ $0.processes.removeValue(forKey: worker) }) else { return }
        let end = process.collect()
        perform { state, actions in
            state.machine.ended(
                worker, end, finishedCount: process.finishedCount, now: MonotonicClock.now(), &actions)
            return []
        }
    }

    private func startProcesses() {
        while let id = withState({ $0.toStart.isEmpty ? nil : $0.toStart.removeFirst() }) {
            do throws(WorkerProcess.StartFailure) {
                let process = try WorkerProcess(starting: family)
                withState { $0.processes[id] = process }
            } catch {
                let message = "cannot start \(family.executable): error \(error.error)"
                perform { state, actions in
                    state.machine.startFailed(id, message, now: MonotonicClock.now(), &actions)
                    return []
                }
            }
        }
    }

    private func finish() {
        let (processes, waiters, reports) = withState { state in
            defer {
                state.processes = [:]
                state.waiters = [:]
                state.reportWaiters = []
                state.phase = .stopped
            }
            return (state.processes.values.map(\.self), state.waiters.values.map(\.self), state.reportWaiters)
        }
        for process in processes { process.kill() }
        for process in processes { _ = process.collect() }
        var aftermath = Aftermath()
        for waiter in waiters { refuse(.refuse(waiter), &aftermath) }
        for answer in reports { refuse(.refuseReport(answer), &aftermath) }
        aftermath.run(self)
    }
}
