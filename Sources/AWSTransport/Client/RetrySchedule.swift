/// What to do after a failed try of one call: a value without a clock.
struct RetrySchedule {
    enum Decision: Equatable {
        case fail
        case retry(after: Duration)
        /// At once, after the clock was set by the server's.
        case correctClock(bySeconds: Int)
        /// At once, with new credentials.
        case renewCredentials
    }

    /// A signature is refused when the clocks differ by more; less than this is no reason.
    private static let tolerableSkew = 240

    let policy: RetryPolicy
    private(set) var attempt = 1
    private var hasCorrectedClock = false
    private var hasRenewedCredentials = false

    init(_ policy: RetryPolicy) {
        self.policy = policy
    }

    /// Decides what follows a failure, and counts it.
    ///
    /// - Parameters:
    ///   - error: How the try ended.
    ///   - skew: The server's time less the time that we signed with, in seconds, if the server told its time.
    ///   - remaining: The time that is left for the whole call; nil is without end.
    ///   - jitter: A random number from 0 to 1.
    /// - Returns: What to do.
    mutating func decision(
        after error: AWSError, skew: Int?, remaining: Duration? = nil, jitter: Double
    ) -> Decision {
        guard attempt < policy.maximumAttempts else { return .fail }
        let decision = choice(after: error, skew: skew, jitter: jitter)
        if case .retry(let pause) = decision, let remaining, pause >= remaining { return .fail }
        if decision != .fail { attempt += 1 }
        return decision
    }

    private mutating func choice(after error: AWSError, skew: Int?, jitter: Double) -> Decision {
        if error.mayBeClockSkew, let skew, abs(skew) > Self.tolerableSkew, !hasCorrectedClock {
            hasCorrectedClock = true
            return .correctClock(bySeconds: skew)
        }
        if error.isExpiredCredentials, !hasRenewedCredentials {
            hasRenewedCredentials = true
            return .renewCredentials
        }
        guard error.isRetryable else { return .fail }
        return .retry(after: policy.pauseBound(afterAttempt: attempt, isThrottling: error.isThrottling) * jitter)
    }
}
