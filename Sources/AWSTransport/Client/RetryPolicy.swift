/// How often and after which pauses a call is tried again.
///
/// Pauses follow "full jitter": a random time between nothing and a bound that doubles from try to try.
public struct RetryPolicy: Hashable, Sendable {
    /// How many times a request is sent at most; 1 never tries again.
    public var maximumAttempts: Int
    /// The bound of the first pause.
    public var firstPause: Duration
    /// The bound of every pause.
    public var longestPause: Duration

    /// Makes a policy.
    ///
    /// - Parameters:
    ///   - maximumAttempts: How many times a request is sent at most.
    ///   - firstPause: The bound of the first pause; throttling begins at four times this.
    ///   - longestPause: The bound of every pause.
    public init(
        maximumAttempts: Int = 5, firstPause: Duration = .milliseconds(50), longestPause: Duration = .seconds(5)
    ) {
        self.maximumAttempts = maximumAttempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// The bound of the pause after a failure.
    ///
    /// - Parameters:
    ///   - attempt: Which try failed, from 1 on.
    ///   - isThrottling: Whether the service asked to be called less often.
    /// - Returns: The longest time to wait before the next try.
    func pauseBound(afterAttempt attempt: Int, isThrottling: Bool) -> Duration {
        let doublings = min(max(0, attempt - 1), 20) + (isThrottling ? 2 : 0)
        return min(longestPause, firstPause * (1 << doublings))
    }
}
