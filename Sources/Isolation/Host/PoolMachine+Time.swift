/// Deadlines.
///
/// A worker's time runs while it computes, sleeps or is stopped, not while it waits for a processor: that is the
/// machine's doing, and no file is blamed for it, up to ten times its time.
extension PoolMachine {
    /// Nanoseconds between two looks at how long a busy worker has waited for a processor.
    static let lookInterval: Int64 = 1_000_000_000

    /// How many times the time that it is given a worker may wait for a processor besides.
    static let mostWaiting: Int64 = 9

    /// When ``tick(now:processTime:_:)`` has something to do; nil when nothing is running.
    var nextDeadline: Int64? {
        workers.values.compactMap { deadline($0)?.time }.min()
    }

    /// When a worker's time is over, as far as is known now, and how long it was given.
    func deadline(_ worker: Worker) -> (time: Int64, limit: Duration)? {
        switch worker.phase {
        case .dying: return nil
        case .starting: return (Self.sum(worker.since, worker.waited, family.startDeadline), family.startDeadline)
        case .ready, .retiring:
            guard !worker.inFlight.isEmpty else { return nil }
            let file = Self.sum(worker.since, worker.waited - worker.waitedBeforeFile, family.fileDeadline)
            let step = Self.sum(
                max(worker.lastProgress, worker.since), worker.waited - worker.waitedBeforeStep,
                family.progressDeadline)
            return file <= step ? (file, family.fileDeadline) : (step, family.progressDeadline)
        }
    }

    private static func sum(_ time: Int64, _ waited: Int64, _ duration: Duration) -> Int64 {
        let (start, carry) = time.addingReportingOverflow(excused(waited, of: duration))
        let (sum, overflow) = start.addingReportingOverflow(duration.wholeNanoseconds)
        return overflow || carry ? .max : sum
    }

    private static func excused(_ waited: Int64, of duration: Duration) -> Int64 {
        let (most, overflow) = duration.wholeNanoseconds.multipliedReportingOverflow(by: mostWaiting)
        return max(0, overflow ? waited : min(waited, most))
    }

    /// Kills the workers whose time is over.
    ///
    /// A file is tried again when its worker had not computed for half of the time: then something had stopped it; and
    /// one of several parts when others waited behind it: then the worker may hold what it found in the first ones.
    mutating func tick(now: Int64, processTime: (WorkerID) -> ProcessTime?, _ actions: inout [Action]) {
        for id in workers.keys.sorted() {
            guard let first = workers[id].flatMap(deadline), isLookDue(id, now: now) || now >= first.time else {
                continue
            }
            let time = processTime(id)
            look(id, time, now: now)
            guard let worker = workers[id], let (deadline, limit) = deadline(worker), now >= deadline else { continue }
            let waited = Self.excused(worker.waited - worker.waitedBeforeFile, of: limit)
            let elapsed = max(0, now - worker.since - waited)
            let computed = Int64(max(0, (time?.cpuMicroseconds ?? .max / 2_000) - worker.cpuMicroseconds)) * 1_000
            let end = WorkerEnd.timeout(limit: limit)
            let finishedCount = time?.finishedCount ?? 0
            let retries = computed < elapsed / 2 || mayHoldAnswers(worker, after: finishedCount)
            kill(id, because: end, finishedCount: finishedCount, retries: retries, now: now, &actions)
        }
        pump(now: now, &actions)
    }

    private func mayHoldAnswers(_ worker: Worker, after finishedCount: Int) -> Bool {
        guard worker.inFlight.count > 1, let id = worker.beingRead(after: finishedCount) else { return false }
        return requests[id].map { $0.partCount > 1 } ?? false
    }

    private func isLookDue(_ id: WorkerID, now: Int64) -> Bool {
        workers[id].map { now - $0.lookedAt >= Self.lookInterval } ?? false
    }

    private mutating func look(_ id: WorkerID, _ time: ProcessTime?, now: Int64) {
        guard var worker = workers[id] else { return }
        worker.lookedAt = now
        worker.waited = max(worker.waited, time?.waitedNanoseconds ?? 0)
        workers[id] = worker
    }
}

/// How a process has spent its life so far.
struct ProcessTime: Hashable {
    /// Processor time.
    var cpuMicroseconds: Int
    /// How long it could have run and was given no processor; 0 where the system does not tell.
    var waitedNanoseconds: Int64
    /// The requests that it says it has finished.
    var finishedCount = 0
}
