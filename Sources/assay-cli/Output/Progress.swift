import Assay

/// How far the work is, on standard error, when a person looks at it.
struct Progress {
    private let isShown = Output.error.isTerminal
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private var fileCount = 0
    private var byteCount = 0

    init() {
        start = clock.now
        lastShown = start
    }

    mutating func advance(past entry: RecordEntry) {
        fileCount += 1
        byteCount += entry.record.size ?? 0
        guard isShown, lastShown.duration(to: clock.now) > .milliseconds(100) else { return }
        lastShown = clock.now
        Output.error.writeIgnoringErrors("\r\u{1B}[K\(summary)")
    }

    func finish() {
        guard isShown, lastShown != start else { return }
        Output.error.writeIgnoringErrors("\r\u{1B}[K")
    }

    private var summary: String {
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        return
            "\(fileCount) files, \(byteCount / 1_000_000) MB, \(Int(Double(fileCount) / max(elapsed, 0.001))) files/s"
    }
}
