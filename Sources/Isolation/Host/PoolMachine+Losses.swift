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
        request.salvage()
        if request.deaths < limit, !request.isAbandoned {
            requests[culprit] = request.unread
            retries.append(culprit)
        } else {
            var last = request.salvaged.current
            last.issues.append(end.issue(after: request.stage))
            complete(culprit, with: request.salvaged.answers + [last], &actions)
        }
    }

    mutating func complete(_ id: RequestID, with answers: [Extraction], _ actions: inout [Action]) {
        guard let request = requests.removeValue(forKey: id) else { return }
        statistics.files += 1
        if !request.isAbandoned { actions.append(.finish(id, answers)) }
    }

    /// There is no point in starting another worker: everything that waits is answered.
    mutating func giveUp(_ error: ExtractionError, _ actions: inout [Action]) {
        failure = error
        for (id, worker) in workers where worker.phase != .dying {
            workers[id]?.phase = .dying
            workers[id]?.inFlight = []
            actions.append(.kill(id))
        }
        for (id, request) in requests.sorted(by: { $0.key < $1.key }) where !request.isAbandoned {
            actions.append(.finish(id, Self.unavailable(error, request.partCount)))
        }
        requests = [:]
        pending = RequestQueue()
        retries = RequestQueue()
        actions.append(.ready(report))
    }

    static func unavailable(_ error: ExtractionError, _ partCount: Int) -> [Extraction] {
        var extraction = Extraction()
        extraction.issues = [
            Issue(error.code, .warning, stage: .extract, retryable: true, detail: error.message)
        ]
        return extraction.answers(partCount)
    }
}
