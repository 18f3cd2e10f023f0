import Assay
import MetadataCore
import MetadataEngine

/// Where a run is: counted by the one who writes the records, asked by displays and signals.
final class RunMonitor: Sendable {
    /// What was counted.
    struct Counts: Sendable {
        var fileCount = 0
        var byteCount = 0
        var unchangedCount = 0
        var byStatus: [String: Int] = [:]
        var byFormat: [String: Int] = [:]
        /// The files that took longest, the slowest first.
        var slowest: [(path: String, duration: Duration)] = []
    }

    private struct State {
        var counts = Counts()
        var total: Int?
        var activity: BatchActivity?
    }

    private static let slowestCount = 10

    private let start = ContinuousClock.now
    private let state = Guarded(State())

    /// Counts a record.
    func count(_ entry: BatchEntry) {
        state.withLock { state in
            state.counts.fileCount += 1
            state.counts.byteCount += entry.byteCount ?? 0
            state.counts.byStatus[entry.line.status.rawValue, default: 0] += 1
            state.counts.byFormat[entry.line.format.rawValue, default: 0] += 1
            guard let duration = entry.duration else {
                state.counts.unchangedCount += 1
                return
            }
            Self.insert(entry, duration, into: &state.counts.slowest)
        }
    }

    private static func insert(
        _ entry: BatchEntry, _ duration: Duration, into slowest: inout [(path: String, duration: Duration)]
    ) {
        if slowest.count == slowestCount, let last = slowest.last, last.duration >= duration { return }
        let index = slowest.firstIndex { $0.duration < duration } ?? slowest.count
        slowest.insert((String(decoding: entry.pathBytes, as: UTF8.self), duration), at: index)
        if slowest.count > slowestCount { slowest.removeLast() }
    }

    /// How many files there are, once they are counted.
    func expect(_ total: Int) {
        state.withLock { $0.total = total }
    }

    /// Whom to ask for the file that is being read.
    func watch(_ activity: BatchActivity) {
        state.withLock { $0.activity = activity }
    }

    /// Where the run is now.
    var snapshot: RunSnapshot {
        let (counts, total, activity) = state.withLock { ($0.counts, $0.total, $0.activity) }
        return RunSnapshot(
            counts: counts, elapsed: ContinuousClock.now - start, totalCount: total, oldest: activity?.oldest)
    }
}
