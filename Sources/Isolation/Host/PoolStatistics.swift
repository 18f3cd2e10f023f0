/// What a pool has done so far.
public struct PoolStatistics: Hashable, Sendable {
    /// Files that were answered.
    public internal(set) var files = 0
    /// Workers that were started.
    public internal(set) var started = 0
    /// Workers that were replaced because of their age or memory.
    public internal(set) var renewed = 0
    /// Workers that died, by cause: `SIGSEGV`, `timeout`.
    public internal(set) var deaths: [String: Int] = [:]

    mutating func count(_ end: WorkerEnd) {
        let cause =
            switch end {
            case .signal(let number): "signal \(Signal.name(number))"
            case .status(Signal.outOfMemoryStatus): "memory"
            case .status(let number): "status \(number)"
            case .timeout: "timeout"
            case .misbehaviour: "misbehaviour"
            }
        deaths[cause, default: 0] += 1
    }
}
