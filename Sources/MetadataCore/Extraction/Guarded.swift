internal import Synchronization

/// A value that one caller at a time may use.
///
/// As `Mutex`, and visibly so to the thread sanitizer: where a lock is waited for, the kernel hands it over, of which the
/// sanitizer learns nothing; the flag beside it says the same in instructions that it sees, at no cost.
package struct Guarded<Value: ~Copyable>: ~Copyable, Sendable {
    private let mutex: Mutex<Value>
    private let handedOver = Atomic(false)

    /// Makes a guarded value.
    package init(_ value: consuming sending Value) {
        mutex = Mutex(value)
    }

    /// Uses the value while nobody else does.
    ///
    /// - Parameter body: What is done with it; short, as others wait.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    package borrowing func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try mutex.withLock { value throws(Failure) in
            receive()
            defer { handOver() }
            return try body(&value)
        }
    }

    /// Uses the value if nobody else does.
    ///
    /// - Parameter body: What is done with it; short, as others wait.
    /// - Returns: What `body` returns; nil, without calling it, while somebody else uses the value.
    /// - Throws: What `body` throws.
    package borrowing func withLockIfAvailable<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result? {
        try mutex.withLockIfAvailable { value throws(Failure) in
            receive()
            defer { handOver() }
            return try body(&value)
        }
    }

    /// Before the first look at the value: where it is passed on, that is one already.
    private borrowing func receive() {
        _ = handedOver.load(ordering: .acquiring)
    }

    private borrowing func handOver() {
        handedOver.store(true, ordering: .releasing)
    }
}
