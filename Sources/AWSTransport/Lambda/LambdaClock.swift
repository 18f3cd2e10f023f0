/// The wall clock, by which Lambda counts its deadlines.
public struct LambdaClock: Clock {
    /// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
    public struct Instant: InstantProtocol, Hashable, Sendable {
        /// Milliseconds since the epoch.
        public let millisecondsSinceEpoch: Int64

        /// Makes a point in time.
        ///
        /// - Parameter millisecondsSinceEpoch: Milliseconds since the epoch.
        public init(millisecondsSinceEpoch: Int64) {
            self.millisecondsSinceEpoch = millisecondsSinceEpoch
        }

        /// The point in time that is a duration later, cut to milliseconds.
        ///
        /// - Parameter duration: How much later.
        /// - Returns: The later point; the last that can be told when there is none.
        public func advanced(by duration: Duration) -> Self {
            let (seconds, attoseconds) = duration.components
            let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
            let milliseconds = overflow ? (seconds < 0 ? Int64.min : .max) : whole
            let (sum, overflows) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
            guard !overflows else { return Self(millisecondsSinceEpoch: milliseconds < 0 ? .min : .max) }
            return Self(millisecondsSinceEpoch: sum &+ attoseconds / 1_000_000_000_000_000)
        }

        /// How much later another point in time is.
        ///
        /// - Parameter other: Another point in time.
        /// - Returns: The duration, negative when the other is earlier.
        public func duration(to other: Self) -> Duration {
            .milliseconds(other.millisecondsSinceEpoch) - .milliseconds(millisecondsSinceEpoch)
        }

        /// Orders by time.
        ///
        /// - Parameters:
        ///   - lhs: One point in time.
        ///   - rhs: Another.
        /// - Returns: True when `lhs` is earlier.
        public static func < (lhs: Self, rhs: Self) -> Bool {
            lhs.millisecondsSinceEpoch < rhs.millisecondsSinceEpoch
        }
    }

    /// Makes the clock.
    public init() {}

    /// What the clock shows.
    public var now: Instant { Instant(millisecondsSinceEpoch: Int64(Timestamp.millisecondsSinceEpoch())) }

    /// One millisecond.
    public var minimumResolution: Duration { .milliseconds(1) }

    /// Sleeps until a point in time.
    ///
    /// - Parameters:
    ///   - deadline: When to wake.
    ///   - tolerance: How much later is as good.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        try await ContinuousClock().sleep(for: now.duration(to: deadline), tolerance: tolerance)
    }
}
