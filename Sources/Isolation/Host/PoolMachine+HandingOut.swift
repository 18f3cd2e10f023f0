/// Who reads what, and how many workers there are.
extension PoolMachine {
    /// Sends what can be sent, and starts workers for what cannot.
    mutating func pump(now: Int64, _ actions: inout [Action]) {
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

    mutating func send(_ id: RequestID, to worker: WorkerID, now: Int64, _ actions: inout [Action]) {
        if workers[worker]?.inFlight.isEmpty == true { workers[worker]?.beginFile(now: now) }
        workers[worker]?.inFlight.append(id)
        actions.append(.send(id, to: worker))
    }

    /// Whether every worker has files before it that take longer than a short pause.
    var isFed: Bool {
        !workers.isEmpty && workers.allSatisfy { $0.value.phase != .ready || isFed($0.key, without: 0) }
    }

    /// Whether a worker has so many files before it, but for the last ones.
    func isFed(_ id: WorkerID, without unsentCount: Int) -> Bool {
        (workers[id]?.inFlight.count ?? 0) - unsentCount > Self.fedCount
    }

    var freshWorker: WorkerID? {
        workers.filter { $0.value.phase == .ready && $0.value.isFresh }.keys.min()
    }

    /// The worker with the fewest files; one that has read nothing yet only while fewer than allowed are at work.
    var leastLoadedWorker: WorkerID? {
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

    mutating func grow(now: Int64, _ actions: inout [Action]) {
        let alive = workers.values.count(where: \.isAlive)
        let files = requests.count - retries.count
        let needed = isReportWanted && report == nil ? max(1, files) : files
        let useful = isCrowded(now: now) ? alive + 1 : max(1, alive)
        let working = min(needed, useful, max(1, family.workerCount))
        let wanted = min(working + retries.count + (wantsSpare ? 1 : 0), family.workerCount + 2)
        for _ in 0..<max(0, wanted - alive) { start(now: now, &actions) }
    }

    /// A pool whose workers do not die needs none in reserve, and one that starts some has more urgent ones.
    private var wantsSpare: Bool {
        family.keepsSpare && !statistics.deaths.isEmpty && retries.isEmpty
            && !workers.values.contains { $0.phase == .starting }
    }

    /// Whether one more worker would get files read earlier: those that wait for a place take longer than its start, or
    /// one does behind which others wait. Small files never do: one worker reads them faster than they come.
    private func isCrowded(now: Int64) -> Bool {
        guard !workers.values.contains(where: { $0.phase == .starting }) else { return false }
        if pending.count * meanFileNanoseconds > Self.startNanoseconds { return true }
        return !workers.values.contains { $0.phase == .ready && $0.inFlight.isEmpty }
            && workers.values.contains {
                $0.phase == .ready && $0.inFlight.count > 1 && now - $0.since >= Self.startNanoseconds
            }
    }

    mutating func start(now: Int64, _ actions: inout [Action]) {
        let id = nextWorker
        nextWorker += 1
        workers[id] = Worker(startedAt: now)
        statistics.started += 1
        actions.append(.start(id))
    }
}
