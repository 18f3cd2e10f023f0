import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The statuses that the command ends with.
enum ExitStatus: Int32, Error {
    case success = 0
    case recordsWithProblems = 1
    case usage = 2
    case inputUnreadable = 3
    case outputFailed = 4
    case interrupted = 130
    case terminated = 143

    init(_ error: any Error, default code: ExitCode) {
        switch error {
        case is OutputError: self = .outputFailed
        case is InputError: self = .inputUnreadable
        default: self = code == .success ? .success : .usage
        }
    }

    func exit() -> Never {
        Glibc.exit(rawValue)
    }
}
