internal import MetadataCore

/// Why a worker ended, or was ended.
enum WorkerEnd: Hashable, Sendable {
    /// A signal that the worker raised or another process sent.
    case signal(Int32)
    /// It ended by itself with a status.
    case status(Int32)
    /// It took longer than it may.
    case timeout(limit: Duration)
    /// It sent what is no reply, or too much.
    case misbehaviour(String)

    /// Whether the file may have had nothing to do with it: something else killed the worker.
    var isForeign: Bool { self == .signal(Signal.kill) }

    /// What the record says of a file that ended its worker in this way, again.
    ///
    /// - Parameter stage: The last step that was finished; empty when none was.
    /// - Returns: A warning; `crashed`, `timeout` or `limitExceeded`.
    func issue(after stage: String) -> Issue {
        let place = stage.isEmpty ? "in its first step" : "after step \(stage)"
        return Issue(code, .warning, stage: .extract, retryable: isForeign, detail: "\(detail), \(place)")
    }

    private var code: Issue.Code {
        switch self {
        case .timeout, .signal(Signal.cpuLimit): .timeout
        case .status(Signal.outOfMemoryStatus): .limitExceeded
        default: .crashed
        }
    }

    private var detail: String {
        switch self {
        case .timeout(let limit): "the reader took more than \(limit.components.seconds) s and was killed"
        case .signal(Signal.cpuLimit): "the reader used up its processor time"
        case .signal(Signal.sandbox): "the sandbox killed the reader for a forbidden system call (SIGSYS)"
        case .signal(let number): "the reader died by signal \(Signal.name(number))"
        case .status(Signal.outOfMemoryStatus): "the reader needed more memory than it is given"
        case .status(let number): "the reader ended with status \(number)"
        case .misbehaviour(let what): "the reader was killed: \(what)"
        }
    }
}

/// Numbers of signals, the same on all architectures that we build for (signal(7)).
enum Signal {
    static let kill: Int32 = 9
    static let cpuLimit: Int32 = 24
    static let sandbox: Int32 = 31
    /// `ASSAY_STATUS_OUT_OF_MEMORY`.
    static let outOfMemoryStatus: Int32 = 71

    private static let names: [Int32: String] = [
        4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 15: "SIGTERM",
        25: "SIGXFSZ", 31: "SIGSYS",
    ]

    static func name(_ number: Int32) -> String {
        names[number].map { "\(number) (\($0))" } ?? "\(number)"
    }
}
