public import Logging

/// What Lambda says of one invocation besides its event.
public struct LambdaContext: Sendable {
    /// The invocation's id.
    public let requestID: String
    /// The trace that it belongs to, as the header `x-amzn-trace-id` carries it; empty when it is not traced.
    public let traceID: String
    /// The tenant, on functions that isolate tenants.
    public let tenantID: String?
    /// The function, and the alias or version that was invoked.
    public let invokedFunctionARN: String
    /// When Lambda will end the process.
    public let deadline: LambdaClock.Instant
    /// What a mobile SDK says of the caller's identity, as JSON.
    public let cognitoIdentity: String?
    /// What a mobile SDK says of the caller's device, as JSON.
    public let clientContext: String?
    /// Writes to the function's log; every line carries the invocation's id.
    public let logger: Logger

    /// Makes a context, for tests of a handler too.
    ///
    /// - Parameters:
    ///   - requestID: The invocation's id.
    ///   - traceID: The trace that it belongs to.
    ///   - tenantID: The tenant.
    ///   - invokedFunctionARN: The function.
    ///   - deadline: When Lambda will end the process.
    ///   - cognitoIdentity: The caller's identity, as JSON.
    ///   - clientContext: The caller's device, as JSON.
    ///   - logger: Where the log is written to.
    public init(
        requestID: String, traceID: String = "", tenantID: String? = nil, invokedFunctionARN: String = "",
        deadline: LambdaClock.Instant, cognitoIdentity: String? = nil, clientContext: String? = nil,
        logger: Logger = Logger(label: "lambda")
    ) {
        self.requestID = requestID
        self.traceID = traceID
        self.tenantID = tenantID
        self.invokedFunctionARN = invokedFunctionARN
        self.deadline = deadline
        self.cognitoIdentity = cognitoIdentity
        self.clientContext = clientContext
        var logger = logger
        logger[metadataKey: "requestID"] = "\(requestID)"
        self.logger = logger
    }

    /// The time that is left.
    ///
    /// - Returns: A duration; negative past the deadline.
    public func getRemainingTime() -> Duration {
        LambdaClock().now.duration(to: deadline)
    }

    /// The deadline less a margin, on the clock that clients count by.
    ///
    /// - Parameter margin: What is needed after that to write down how the work ended.
    /// - Returns: When the work must have ended.
    public func deadline(leaving margin: Duration) -> ContinuousClock.Instant {
        .now + (getRemainingTime() - margin)
    }
}
