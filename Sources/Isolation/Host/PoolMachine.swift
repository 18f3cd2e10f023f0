internal import MetadataCore

/// What a pool of workers does, as a value: events go in, actions come out. It knows no process, socket or clock.
///
/// Every request that is submitted is finished exactly once. A worker reads its files in the order in which they were
/// sent, so the first unfinished one is the one that it is reading, and the one that is to blame when it dies. Times
/// are nanoseconds on any clock that goes forward.
struct PoolMachine {
    typealias RequestID = UInt32
    typealias WorkerID = Int

    /// What is to be done, in this order.
    enum Action: Hashable {
        /// Start a process.
        case start(WorkerID)
        /// Send a request.
        case send(RequestID, to: WorkerID)
        /// End a process at once; ``PoolMachine/ended(_:_:now:)`` follows when it is gone.
        case kill(WorkerID)
        /// Close the connection, so that the process ends by itself.
        case retire(WorkerID)
        /// The request has its answer.
        case finish(RequestID, Extraction)
        /// The first worker is ready, or there will be none.
        case ready(WorkerReport?)
    }

    /// How many files a pool has read before a spare worker is worth its start.
    static let spareFileCount = 16
    /// The most bytes of replies for one file.
    static let mostReplyBytes = 4 << 20
    /// How often a file is tried whose worker something else killed.
    static let mostForeignDeaths = 5
    /// How many workers may fail to start, one after another, before the pool gives up.
    static let mostFailedStarts = 3

    let family: WorkerFamily
    var workers: [WorkerID: Worker] = [:]
    var requests: [RequestID: Request] = [:]
    /// Not yet sent, in the order of arrival.
    var pending = RequestQueue()
    /// To be tried once more, each alone in a worker that has read nothing before.
    var retries = RequestQueue()
    private(set) var statistics = PoolStatistics()
    private(set) var failure: ExtractionError?
    private(set) var report: WorkerReport?
    private var finishedCount = 0
    private var failedStarts = 0
    private var nextWorker = 0

    init(family: WorkerFamily) {
        self.family = family
    }

    struct Request {
        /// What the current attempt learned so far.
        var learned = Extraction()
        /// What the best attempt before learned.
        var salvaged = Extraction()
        var stage = ""
        var replyByteCount = 0
        var deaths = 0
        var isAbandoned = false
    }

    struct Worker {
        enum Phase {
            case starting, ready, retiring, dying
        }

        var phase = Phase.starting
        /// Sent and not finished; the first is being read.
        var inFlight: [RequestID] = []
        /// When the phase began, or the file that is being read.
        var since: Int64
        var lastProgress: Int64
        var fileCount = 0
        /// Processor time when the last file was finished.
        var cpuMicroseconds = 0
        /// Whether it reads a file that is to be alone.
        var isReserved = false
        /// Why it was killed, when we did it.
        var cause: WorkerEnd?

        var isFresh: Bool { fileCount == 0 && inFlight.isEmpty }
        var isAlive: Bool { phase == .starting || phase == .ready }
    }
}

// MARK: - Events of callers

extension PoolMachine {
    /// A file is to be read.
    mutating func submit(_ id: RequestID, now: Int64, _ actions: inout [Action]) {
        if let failure {
            actions.append(.finish(id, Self.unavailable(failure)))
            return
        }
        requests[id] = Request()
        pending.append(id)
        pump(now: now, &actions)
    }

    /// The caller does not want an answer any more; what is being read goes on, unheard.
    mutating func cancel(_ id: RequestID, now: Int64, _ actions: inout [Action]) {
        guard let request = requests[id], !request.isAbandoned else { return }
        var extraction = Extraction()
        extraction.report(.cancelled, .warning, "the task was cancelled")
        actions.append(.finish(id, extraction))
        if pending.remove(id) || retries.remove(id) {
            requests[id] = nil
        } else {
            requests[id]?.isAbandoned = true
        }
        pump(now: now, &actions)
    }

    /// A worker is wanted although no file is there.
    mutating func prepare(now: Int64, _ actions: inout [Action]) {
        if report != nil || failure != nil {
            actions.append(.ready(report))
        } else if workers.isEmpty {
            start(now: now, &actions)
        }
    }
}

// MARK: - Events of workers

extension PoolMachine {
    /// A worker said that it is ready.
    mutating func greeted(_ id: WorkerID, _ report: WorkerReport, now: Int64, _ actions: inout [Action]) {
        guard workers[id]?.phase == .starting else { return misbehaved(id, "a second greeting", now: now, &actions) }
        let missing = family.requiredLayers.subtracting(report.layers)
        guard missing.isEmpty else {
            let names = missing.names.joined(separator: ", ")
            self.report = report
            return giveUp(ExtractionError(.unavailable, "the sandbox lacks \(names), which is required"), &actions)
        }
        failedStarts = 0
        workers[id]?.phase = .ready
        if self.report == nil {
            self.report = report
            actions.append(.ready(report))
        }
        pump(now: now, &actions)
    }

    /// A worker sent a part of its answer.
    mutating func received(
        _ stage: Frame.Stage, byteCount: Int, from id: WorkerID, now: Int64, _ actions: inout [Action]
    ) {
        guard let worker = workers[id], worker.phase != .dying else { return }
        guard let head = worker.inFlight.first, head == stage.id, var request = requests[head] else {
            return misbehaved(id, "a reply to no request", now: now, &actions)
        }
        request.replyByteCount += byteCount
        guard request.replyByteCount <= Self.mostReplyBytes else {
            return misbehaved(id, "more than \(Self.mostReplyBytes) bytes of replies", now: now, &actions)
        }
        if !request.isAbandoned { request.learned.merge(stage.extraction) }
        request.stage = stage.name
        requests[head] = request
        workers[id]?.lastProgress = now
        guard let usage = stage.usage else { return }
        complete(head, with: request.learned, &actions)
        advance(id, usage: usage, now: now, &actions)
        pump(now: now, &actions)
    }

    private mutating func advance(
        _ id: WorkerID, usage: Frame.Usage, now: Int64, _ actions: inout [Action]
    ) {
        guard var worker = workers[id] else { return }
        worker.inFlight.removeFirst()
        worker.fileCount += 1
        worker.cpuMicroseconds = usage.cpuMicroseconds
        worker.since = now
        worker.isReserved = false
        if worker.phase == .ready, isWorn(worker, usage) { worker.phase = .retiring }
        if worker.phase == .retiring, worker.inFlight.isEmpty {
            worker.phase = .dying
            statistics.renewed += 1
            actions.append(.retire(id))
        }
        workers[id] = worker
    }

    private func isWorn(_ worker: Worker, _ usage: Frame.Usage) -> Bool {
        worker.fileCount >= family.renewalFileCount || usage.peakByteCount >= family.renewalByteCount
            || Int64(usage.cpuMicroseconds) >= family.cpuTime.wholeNanoseconds / 2_000
    }

    /// What a worker sent is no reply: it is not trusted with another byte.
    mutating func misbehaved(_ id: WorkerID, _ what: String, now: Int64, _ actions: inout [Action]) {
        kill(id, because: .misbehaviour(what), retries: true, now: now, &actions)
        pump(now: now, &actions)
    }

    /// A process is gone.
    mutating func ended(_ id: WorkerID, _ end: WorkerEnd, now: Int64, _ actions: inout [Action]) {
        guard let worker = workers.removeValue(forKey: id) else { return }
        if worker.phase == .starting {
            failedStart(end, &actions)
        } else if worker.phase != .dying {
            lose(worker, end, retries: true)
            settle(worker, &actions)
        }
        pump(now: now, &actions)
    }

    /// A process could not be started at all.
    mutating func startFailed(_ id: WorkerID, _ message: String, now: Int64, _ actions: inout [Action]) {
        workers[id] = nil
        giveUp(ExtractionError(.unavailable, message), &actions)
    }

    private mutating func failedStart(_ end: WorkerEnd, _ actions: inout [Action]) {
        // Something else that kills what starts may stop doing so.
        failedStarts += end.isForeign ? 1 : Self.mostForeignDeaths
        guard failedStarts >= Self.mostFailedStarts * Self.mostForeignDeaths else { return }
        let reason = end.issue(after: "").detail
        giveUp(ExtractionError(.unavailable, "workers do not start: \(reason)"), &actions)
    }
}

// MARK: - Time

extension PoolMachine {
    /// When ``tick(now:cpuMicroseconds:_:)`` has something to do; nil when nothing is running.
    var nextDeadline: Int64? {
        workers.values.compactMap(deadline).min()
    }

    private func deadline(_ worker: Worker) -> Int64? {
        switch worker.phase {
        case .dying: return nil
        case .starting: return Self.sum(worker.since, family.startDeadline)
        case .ready, .retiring:
            guard !worker.inFlight.isEmpty else { return nil }
            let progress = Self.sum(max(worker.lastProgress, worker.since), family.progressDeadline)
            return min(Self.sum(worker.since, family.fileDeadline), progress)
        }
    }

    private static func sum(_ time: Int64, _ duration: Duration) -> Int64 {
        let (sum, overflow) = time.addingReportingOverflow(duration.wholeNanoseconds)
        return overflow ? .max : sum
    }

    /// Kills the workers whose time is over.
    ///
    /// A file is tried again when its worker had not computed for half of the time: then it was stopped, or the machine
    /// was busy with something else.
    mutating func tick(now: Int64, cpuMicroseconds: (WorkerID) -> Int?, _ actions: inout [Action]) {
        for (id, worker) in workers {
            guard let deadline = deadline(worker), now >= deadline else { continue }
            let elapsed = max(0, now - worker.since)
            let computed = Int64(max(0, (cpuMicroseconds(id) ?? .max / 2_000) - worker.cpuMicroseconds)) * 1_000
            let end = WorkerEnd.timeout(seconds: Int(elapsed / 1_000_000_000))
            kill(id, because: end, retries: computed < elapsed / 2, now: now, &actions)
        }
        pump(now: now, &actions)
    }
}

// MARK: - Losses

extension PoolMachine {
    private mutating func kill(
        _ id: WorkerID, because end: WorkerEnd, retries: Bool, now: Int64, _ actions: inout [Action]
    ) {
        guard let worker = workers[id], worker.phase != .dying else { return }
        workers[id]?.phase = .dying
        workers[id]?.inFlight = []
        actions.append(.kill(id))
        if worker.phase == .starting {
            failedStart(end, &actions)
        } else {
            lose(worker, end, retries: retries)
            settle(worker, &actions)
        }
    }

    /// Files beside the one that was being read go back to the front of the queue.
    private mutating func lose(_ worker: Worker, _ end: WorkerEnd, retries isRetried: Bool) {
        statistics.count(end)
        guard let head = worker.inFlight.first else { return }
        for id in worker.inFlight.dropFirst().reversed() {
            if requests[id]?.isAbandoned == true { requests[id] = nil } else { pending.prepend(id) }
        }
        guard var request = requests[head] else { return }
        request.deaths += 1
        if request.learned.findings.count >= request.salvaged.findings.count { request.salvaged = request.learned }
        request.learned = Extraction()
        request.replyByteCount = 0
        let limit = end.isForeign ? Self.mostForeignDeaths : isRetried ? 2 : 1
        if request.deaths < limit, !request.isAbandoned {
            retries.append(head)
        } else {
            request.salvaged.issues.append(end.issue(after: request.stage))
            request.learned = request.salvaged
        }
        request.stage = ""
        requests[head] = request
    }

    /// Finishes the file that was being read, unless it is to be tried again.
    private mutating func settle(_ worker: Worker, _ actions: inout [Action]) {
        guard let head = worker.inFlight.first, let request = requests[head], !retries.contains(head) else { return }
        complete(head, with: request.learned, &actions)
    }

    private mutating func complete(_ id: RequestID, with extraction: Extraction, _ actions: inout [Action]) {
        guard let request = requests.removeValue(forKey: id) else { return }
        finishedCount += 1
        statistics.files += 1
        if !request.isAbandoned { actions.append(.finish(id, extraction)) }
    }

    /// There is no point in starting another worker: everything that waits is answered.
    private mutating func giveUp(_ error: ExtractionError, _ actions: inout [Action]) {
        failure = error
        for (id, worker) in workers where worker.phase != .dying {
            workers[id]?.phase = .dying
            workers[id]?.inFlight = []
            actions.append(.kill(id))
        }
        for id in requests.keys.sorted() where requests[id]?.isAbandoned == false {
            actions.append(.finish(id, Self.unavailable(error)))
        }
        requests = [:]
        pending = RequestQueue()
        retries = RequestQueue()
        actions.append(.ready(report))
    }

    private static func unavailable(_ error: ExtractionError) -> Extraction {
        var extraction = Extraction()
        extraction.issues = [
            Issue(error.code, .warning, stage: .extract, retryable: true, detail: error.message)
        ]
        return extraction
    }
}

// MARK: - Handing out

extension PoolMachine {
    /// Sends what can be sent, and starts workers for what cannot.
    private mutating func pump(now: Int64, _ actions: inout [Action]) {
        guard failure == nil else { return }
        while let id = retries.first, let worker = freshWorker {
            _ = retries.remove(id)
            workers[worker]?.isReserved = true
            send(id, to: worker, now: now, &actions)
        }
        while let id = pending.first, let worker = leastLoadedWorker {
            _ = pending.remove(id)
            send(id, to: worker, now: now, &actions)
        }
        grow(now: now, &actions)
    }

    private mutating func send(_ id: RequestID, to worker: WorkerID, now: Int64, _ actions: inout [Action]) {
        if workers[worker]?.inFlight.isEmpty == true {
            workers[worker]?.since = now
            workers[worker]?.lastProgress = now
        }
        workers[worker]?.inFlight.append(id)
        actions.append(.send(id, to: worker))
    }

    private var freshWorker: WorkerID? {
        workers.filter { $0.value.phase == .ready && $0.value.isFresh }.keys.min()
    }

    /// The worker with the fewest files; one that has read nothing yet only while fewer than allowed are at work.
    private var leastLoadedWorker: WorkerID? {
        let working = workers.values.count { $0.phase == .ready && !$0.isFresh }
        var best: (id: WorkerID, load: Int)?
        for (id, worker) in workers where worker.phase == .ready && !worker.isReserved {
            guard worker.inFlight.count < max(1, family.pipelineDepth) else { continue }
            guard !worker.isFresh || working < max(1, family.workerCount) else { continue }
            // Of two with the same load, the one that has read before: its memory is warm.
            let load = 2 * worker.inFlight.count + (worker.fileCount == 0 ? 1 : 0)
            if best.map({ (load, id) < ($0.load, $0.id) }) ?? true { best = (id, load) }
        }
        return best?.id
    }

    private mutating func grow(now: Int64, _ actions: inout [Action]) {
        let spare = family.keepsSpare && finishedCount >= Self.spareFileCount ? 1 : 0
        let demand = min(max(1, family.workerCount), requests.count - retries.count)
        let wanted = demand + retries.count + spare
        for _ in 0..<max(0, min(wanted, family.workerCount + 2) - workers.values.count(where: \.isAlive)) {
            start(now: now, &actions)
        }
    }

    private mutating func start(now: Int64, _ actions: inout [Action]) {
        let id = nextWorker
        nextWorker += 1
        workers[id] = Worker(since: now, lastProgress: now)
        statistics.started += 1
        actions.append(.start(id))
    }
}
