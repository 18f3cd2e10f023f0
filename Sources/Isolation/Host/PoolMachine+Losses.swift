internal import MetadataCore

/// What becomes of files whose worker is gone.
extension PoolMachine {
    mutating func kill(
        _ id: WorkerID, because end: WorkerEnd, finishedCount: Int = 0, retries: Bool, now: Int64,
        _ actions: inout [Action]
    ) {
        guard let worker = workers[id], worker.phase != .dying else { return }
        workers[id]?.phase = .dying
        workers[id]?.inFlight = []
        actions.append(.kill(id))
        if worker.phase == .starting {
            failedStart(end, &actions)
        } else {
            lose(worker, end, finishedCount: finishedCount, retries: retries, &actions)
        }
    }

    /// Files beside the one that was being read go back to the front of the queue; that one is tried again or finished.
    mutating func lose(
        _ worker: Worker, _ end: WorkerEnd, finishedCount: Int, retries isRetried: Bool, _ actions: inout [Action]
    ) {
        statistics.count(end)
        let culprit = worker.beingRead(after: finishedCount)
        for id in worker.inFlight.reversed() where id != culprit {
            requests[id] = requests[id]?.isAbandoned == true ? nil : requests[id]?.unread
            if requests[id] != nil { pending.prepend(id) }
        }
        guard let culprit, var request = requests[culprit] else { return }
        request.deaths += 1
        let limit = end.isForeign ? Self.mostForeignDeaths : isRetried ? 2 : 1
        if request.learned.findings.count >= request.salvaged.findings.count { request.salvaged = request.learned }
        if request.deaths < limit, !request.isAbandoned {
            requests[culprit] = request.unread
            retries.append(culprit)
        } else {
            request.salvaged.issues.append(end.issue(after: request.stage))
            complete(culprit, with: request.salvaged, &actions)
        }
    }

    mutating func complete(_ id: RequestID, with extraction: Extraction, _ actions: inout [Action]) {
        guard let request = requests.removeValue(forKey: id) else { return }
        statistics.files += 1
        if !request.isAbandoned { actions.append(.finish(id, extraction)) }
    }

    /// There is no point in starting another worker: everything that waits is answered.
    mutating func giveUp(_ error: ExtractionError, _ actions: inout [Action]) {
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

    static func unavailable(_ error: ExtractionError) -> Extraction {
        var extraction = Extraction()
        extraction.issues = [
            Issue(error.code, .warning, stage: .extract, retryable: true, detail: error.message)
        ]
        return extraction
    }
}
