internal import Dispatch
internal import MetadataCore

/// Work that must have answered by some point in time, whether it looks at its cancellation or not.
public enum Deadline {
    /// No timer needs to run longer: Lambda ends every function before.
    private static let longest = Duration.seconds(86_400)

    /// Runs an operation until it ends or its time is up.
    ///
    /// It runs on threads that may wait (``BlockingExecutor``). When the time is up it is cancelled and left alone: a
    /// read that waits inside it holds up nobody, and what it answers later is dropped.
    ///
    /// - Parameters:
    ///   - instant: When the time is up.
    ///   - operation: The work.
    /// - Returns: What the operation returned; nil when the time was up first.
    /// - Throws: What the operation threw.
    public static func run<Value: Sendable>(
        until instant: ContinuousClock.Instant, _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        let outcome = Outcome<Value?>()
        let task = Task.detached(executorPreference: BlockingExecutor.shared) {
            do { outcome.give(.success(try await operation())) } catch { outcome.give(.failure(error)) }
        }
        let left = min(max(.zero, ContinuousClock.now.duration(to: instant)), longest).components
        let nanoseconds = left.seconds * 1_000_000_000 + left.attoseconds / 1_000_000_000
        let timer = DispatchSource.makeTimerSource()
        timer.setEventHandler { outcome.give(.success(nil)) }
        timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)))
        timer.resume()
        defer {
            timer.cancel()
            task.cancel()
        }
        return try await withTaskCancellationHandler {
            try await outcome.value()
        } onCancel: {
            task.cancel()
        }
    }
}

/// A result that the first giver decides.
private final class Outcome<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, any Error>)
        case decided(Result<Value, any Error>)
        case taken
    }

    private let state = Guarded(State.open)

    func give(_ result: Result<Value, any Error>) {
        let continuation = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .open: state = .decided(result)
            case .awaited(let continuation):
                state = .taken
                return continuation
            case .decided, .taken: break
            }
            return nil
        }
        continuation?.resume(with: result)
    }

    func value() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let result = state.withLock { state -> Result<Value, any Error>? in
                if case .decided(let result) = state { return result }
                state = .awaited(continuation)
                return nil
            }
            if let result { continuation.resume(with: result) }
        }
    }
}
