internal import MetadataCore

/// What becomes of files whose worker is gone.
extension PoolMachine {
    mutating func kill(
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
    mutating func lose(_ worker: Worker, _ end: WorkerEnd, retries isRetried: Bool) {
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
    mutating func settle(_ worker: Worker, _ actions: inout [Action]) {
        guard let head = worker.inFlight.first, let request = requests[head], !retries.contains(head) else { return }
        complete(head, with: request.learned, &actions)
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
