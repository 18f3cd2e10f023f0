internal import MetadataCore

/// What a pool of workers does, as a value: events go in, actions come out. It knows no process, socket or clock.
///
/// Every request that is submitted is finished exactly once. A worker reads its files in the order in which they were
/// sent and counts those that it has finished, so it is known which one it is reading, and which is to blame when it
/// dies. Times are nanoseconds on any clock that goes forward.
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
        /// The request has its answers, one for each part; fewer where a part that its worker died of is the last.
        case finish(RequestID, [Extraction])
        /// The first worker is ready, or there will be none.
        case ready(WorkerReport?)
    }

    /// About what the start of a worker takes.
    static let startNanoseconds: Int64 = 20_000_000
    /// With how many files before it a worker is busy for longer than its host may pause.
    static let fedCount = 40
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
    var statistics = PoolStatistics()
    var failure: ExtractionError?
    var report: WorkerReport?
    /// How much processor time files take, late ones more than early ones.
    var meanFileNanoseconds = 0
    var failedStarts = 0
    var nextWorker = 0
    /// Whether somebody waits for a worker although no file does.
    var isReportWanted = false

    init(family: WorkerFamily) {
        self.family = family
    }

    struct Request {
        /// How many answers are wanted.
        let partCount: Int
        /// What the current attempt learned so far.
        var learned = Lesson()
        /// What the best attempt before learned.
        var salvaged = Lesson()
        var stage = ""
        var replyByteCount = 0
        var deaths = 0
        var isAbandoned = false

        init(partCount: Int) {
            self.partCount = partCount
        }

        /// The same request before the next attempt.
        var unread: Request {
            var request = Request(partCount: partCount)
            request.salvaged = salvaged
            request.deaths = deaths
            request.isAbandoned = isAbandoned
            return request
        }

        var isAnswered: Bool { learned.answers.count == partCount }

        /// Takes a stage of the answer into account; false when there is too much of it.
        mutating func learn(_ stage: Frame.Stage, byteCount: Int) -> Bool {
            replyByteCount += byteCount
            guard replyByteCount <= PoolMachine.mostReplyBytes else { return false }
            learned.add(isAbandoned ? Extraction() : stage.extraction, endsPart: stage.usage != nil)
            self.stage = stage.name
            return true
        }

        /// Keeps what the current attempt learned if that is more than the one before did.
        mutating func salvage() {
            if !learned.isLess(than: salvaged) { salvaged = learned }
        }
    }

    /// What was learned of a file.
    struct Lesson {
        /// Of parts that were read to their end.
        private(set) var answers: [Extraction] = []
        /// Of the next part.
        var current = Extraction()

        fileprivate mutating func add(_ extraction: Extraction, endsPart: Bool) {
            current.merge(extraction)
            guard endsPart else { return }
            answers.append(current)
            current = Extraction()
        }

        fileprivate func isLess(than other: Lesson) -> Bool {
            (answers.count, current.findings.count) < (other.answers.count, other.current.findings.count)
        }
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
        /// Nanoseconds that it has waited for a processor in its life, as far as is known, and when that was looked up.
        var waited: Int64 = 0
        var lookedAt: Int64
        /// What was known of that when the file and its current step began.
        var waitedBeforeFile: Int64 = 0
        var waitedBeforeStep: Int64 = 0
        var fileCount = 0
        /// Processor time when the last file was finished.
        var cpuMicroseconds = 0
        /// Whether it reads a file that is to be alone.
        var isReserved = false

        /// A worker that is being started.
        init(startedAt now: Int64) {
            since = now
            lastProgress = now
            lookedAt = now
        }

        /// The request that it was reading when it had finished so many, heard or not; nil when it had none. The last
        /// one where it claims to have finished all: every death counts for somebody.
        func beingRead(after finishedCount: Int) -> RequestID? {
            let unheardCount = max(0, finishedCount - fileCount)
            return inFlight.isEmpty ? nil : inFlight[min(unheardCount, inFlight.count - 1)]
        }

        var isFresh: Bool { fileCount == 0 && inFlight.isEmpty }
        var isAlive: Bool { phase == .starting || phase == .ready }

        /// A file's time begins.
        mutating func beginFile(now: Int64) {
            since = now
            waitedBeforeFile = waited
            beginStep(now: now)
        }

        /// The time of a step of a file begins.
        mutating func beginStep(now: Int64) {
            lastProgress = now
            waitedBeforeStep = waited
        }
    }
}

// MARK: - Events of callers

extension PoolMachine {
    /// A file is to be read, or several parts of one.
    mutating func submit(_ id: RequestID, partCount: Int = 1, now: Int64, _ actions: inout [Action]) {
        if let failure {
            actions.append(.finish(id, Self.unavailable(failure, partCount)))
            return
        }
        requests[id] = Request(partCount: partCount)
        pending.append(id)
        pump(now: now, &actions)
    }

    /// The caller does not want an answer any more; what is being read goes on, unheard.
    mutating func cancel(_ id: RequestID, now: Int64, _ actions: inout [Action]) {
        guard let request = requests[id], !request.isAbandoned else { return }
        var extraction = Extraction()
        extraction.report(.cancelled, .warning, "the task was cancelled")
        actions.append(.finish(id, extraction.answers(request.partCount)))
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
        } else {
            isReportWanted = true
            pump(now: now, &actions)
        }
    }
}

extension Extraction {
    /// This as the answer to a request of so many parts: nothing was found in the others.
    func answers(_ partCount: Int) -> [Extraction] {
        [self] + [Extraction](repeating: Extraction(), count: max(0, partCount - 1))
    }
}
