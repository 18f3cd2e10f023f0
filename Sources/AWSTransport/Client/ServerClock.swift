internal import MetadataCore

/// Our clock, set by the servers' where a signature was refused for its time. Shared by all clients of a process.
final class ServerClock: Sendable {
    private let now: @Sendable () -> Timestamp
    private let offset = Guarded(0)

    init(_ now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    var time: Timestamp {
        Timestamp(secondsSinceEpoch: now().secondsSinceEpoch + offset.withLock { $0 })
    }

    func advance(bySeconds seconds: Int) {
        offset.withLock { $0 += seconds }
    }
}
