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
        if workers[worker]?.inFlight.isEmpty == true {
            workers[worker]?.since = now
            workers[worker]?.lastProgress = now
        }
        workers[worker]?.inFlight.append(id)
        actions.append(.send(id, to: worker))
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
        let spare = family.keepsSpare && finishedCount >= Self.spareFileCount ? 1 : 0
        let demand = min(max(1, family.workerCount), requests.count - retries.count)
        let wanted = max(demand + retries.count + spare, isReportWanted && report == nil ? 1 : 0)
        for _ in 0..<max(0, min(wanted, family.workerCount + 2) - workers.values.count(where: \.isAlive)) {
            start(now: now, &actions)
        }
    }

    mutating func start(now: Int64, _ actions: inout [Action]) {
        let id = nextWorker
        nextWorker += 1
        workers[id] = Worker(since: now, lastProgress: now)
        statistics.started += 1
        actions.append(.start(id))
    }
}
