internal import MetadataCore

/// What workers say and do.
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
        guard let head = worker.inFlight.first, head == stage.id, requests[head] != nil else {
            return misbehaved(id, "a reply to no request", now: now, &actions)
        }
        guard requests[head]?.learn(stage, byteCount: byteCount) == true else {
            return misbehaved(id, "more than \(Self.mostReplyBytes) bytes of replies", now: now, &actions)
        }
        workers[id]?.beginStep(now: now)
        guard let usage = stage.usage, let request = requests[head], request.isAnswered else { return }
        complete(head, with: request.learned.answers, &actions)
        advance(id, usage: usage, now: now, &actions)
        pump(now: now, &actions)
    }

    mutating func advance(
        _ id: WorkerID, usage: Frame.Usage, now: Int64, _ actions: inout [Action]
    ) {
        guard var worker = workers[id] else { return }
        worker.inFlight.removeFirst()
        worker.fileCount += 1
        // The first file's time has that of the start in it.
        if worker.fileCount > 1 { count(fileMicroseconds: usage.cpuMicroseconds - worker.cpuMicroseconds) }
        worker.cpuMicroseconds = usage.cpuMicroseconds
        worker.beginFile(now: now)
        worker.isReserved = false
        if worker.phase == .ready, isWorn(worker, usage) { worker.phase = .retiring }
        if worker.phase == .retiring, worker.inFlight.isEmpty {
            worker.phase = .dying
            statistics.renewed += 1
            actions.append(.retire(id))
        }
        workers[id] = worker
    }

    /// The times of small files come together, with every few of them: the mean is that of many.
    private mutating func count(fileMicroseconds: Int) {
        let nanoseconds = 1_000 * max(0, min(fileMicroseconds, 1_000_000))
        meanFileNanoseconds += (nanoseconds - meanFileNanoseconds) / 16
    }

    func isWorn(_ worker: Worker, _ usage: Frame.Usage) -> Bool {
        worker.fileCount >= family.renewalFileCount || usage.peakByteCount >= family.renewalByteCount
            || Int64(usage.cpuMicroseconds) >= family.cpuTime.wholeNanoseconds / 2_000
    }

    /// What a worker sent is no reply: it is not trusted with another byte.
    mutating func misbehaved(_ id: WorkerID, _ what: String, now: Int64, _ actions: inout [Action]) {
        kill(id, because: .misbehaviour(what), retries: true, now: now, &actions)
        pump(now: now, &actions)
    }

    /// A process is gone, which had finished so many requests, whether their answers came or not.
    mutating func ended(
        _ id: WorkerID, _ end: WorkerEnd, finishedCount: Int = 0, now: Int64, _ actions: inout [Action]
    ) {
        guard let worker = workers.removeValue(forKey: id) else { return }
        if worker.phase == .starting {
            failedStart(end, &actions)
        } else if worker.phase != .dying {
            lose(worker, end, finishedCount: finishedCount, retries: true, &actions)
        }
        pump(now: now, &actions)
    }

    /// A process could not be started at all.
    mutating func startFailed(_ id: WorkerID, _ message: String, now: Int64, _ actions: inout [Action]) {
        workers[id] = nil
        giveUp(ExtractionError(.unavailable, message), &actions)
    }

    mutating func failedStart(_ end: WorkerEnd, _ actions: inout [Action]) {
        // Something else that kills what starts may stop doing so.
        failedStarts += end.isForeign ? 1 : Self.mostForeignDeaths
        guard failedStarts >= Self.mostFailedStarts * Self.mostForeignDeaths else { return }
        let reason = end.issue(after: "").detail
        giveUp(ExtractionError(.unavailable, "workers do not start: \(reason)"), &actions)
    }
}
