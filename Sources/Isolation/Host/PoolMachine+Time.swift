/// Deadlines.
extension PoolMachine {
    /// When ``tick(now:cpuMicroseconds:_:)`` has something to do; nil when nothing is running.
    var nextDeadline: Int64? {
        workers.values.compactMap(deadline).min()
    }

    func deadline(_ worker: Worker) -> Int64? {
        switch worker.phase {
        case .dying: return nil
        case .starting: return Self.sum(worker.since, family.startDeadline)
        case .ready, .retiring:
            guard !worker.inFlight.isEmpty else { return nil }
            let progress = Self.sum(max(worker.lastProgress, worker.since), family.progressDeadline)
            return min(Self.sum(worker.since, family.fileDeadline), progress)
        }
    }

    static func sum(_ time: Int64, _ duration: Duration) -> Int64 {
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
