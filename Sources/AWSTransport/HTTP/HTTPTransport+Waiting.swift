internal import Dispatch
internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension HTTPTransport {
    /// Sends and suspends until the response is there. A task that is cancelled gives the exchange up.
    func send(_ request: HTTPRequest, within bounds: ExchangeBounds) async -> Result<HTTPResponse, AWSError> {
        let exchange = CancellableExchange()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.began(start(request, within: bounds) { continuation.resume(returning: $0) })
            }
        } onCancel: {
            exchange.cancel()
        }
    }

    /// Sends and lets the thread wait until the response is there.
    func sendAndWait(_ request: HTTPRequest, within bounds: ExchangeBounds) -> Result<HTTPResponse, AWSError> {
        let answer = Answer()
        _ = start(request, within: bounds) { answer.give($0) }
        return answer.wait()
    }
}

/// An exchange that may be given up before it was seen to begin.
private final class CancellableExchange: Sendable {
    private enum State {
        case idle
        case running(@Sendable () -> Void)
        case cancelled
    }

    private let state = Guarded(State.idle)

    func began(_ cancel: @escaping @Sendable () -> Void) {
        let isCancelled = state.withLock { state in
            if case .cancelled = state { return true }
            state = .running(cancel)
            return false
        }
        if isCancelled { cancel() }
    }

    func cancel() {
        let action = state.withLock { state -> (@Sendable () -> Void)? in
            defer { state = .cancelled }
            if case .running(let cancel) = state { return cancel }
            return nil
        }
        action?()
    }
}

/// A result that one thread waits for and another gives.
private final class Answer: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let result = Guarded<Result<HTTPResponse, AWSError>?>(nil)

    func give(_ result: Result<HTTPResponse, AWSError>) {
        self.result.withLock { $0 = result }
        semaphore.signal()
    }

    func wait() -> Result<HTTPResponse, AWSError> {
        semaphore.wait()
        return result.withLock { $0 } ?? .failure(AWSError(.connectionFailed, "no result"))
    }
}

/// Pauses of a thread.
enum Waiting {
    /// Lets the thread sleep.
    ///
    /// The corresponding C function is `nanosleep`.
    static func sleep(for pause: Duration) {
        let (seconds, attoseconds) = pause.components
        guard seconds >= 0, attoseconds >= 0 else { return }
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while unsafe nanosleep(&time, &rest) == -1, errno == EINTR { time = rest }
    }
}
