import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the command does when it is told to stop.
enum Signals {
    /// A reader that goes away is an output error, not a death.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Calls a handler at the first SIGINT or SIGTERM; a second one ends the process at once.
    ///
    /// - Returns: Sources that must be kept as long as signals are to be handled.
    static func onStop(_ handler: @escaping @Sendable (ExitStatus) -> Void) -> [any DispatchSourceSignal] {
        [(SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated)].map { number, status in
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                _ = signal(number, SIG_DFL)
                handler(status)
            }
            source.resume()
            return source
        }
    }

    /// Calls a handler at each SIGUSR1.
    ///
    /// - Returns: A source that must be kept as long as the signal is to be handled.
    static func onInquiry(_ handler: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        _ = signal(SIGUSR1, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGUSR1, queue: .global())
        source.setEventHandler(handler: handler)
        source.resume()
        return source
    }
}
