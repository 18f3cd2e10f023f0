/// Sends one request and receives one response whole. It does not sign, retry or follow.
///
/// The exchange runs outside Swift's own threads, so that a synchronous caller can wait for it.
public protocol HTTPTransport: Sendable {
    /// Begins an exchange.
    ///
    /// - Parameters:
    ///   - request: What to send.
    ///   - bounds: How long it may take and how much may come.
    ///   - completion: Called once, on any thread, with the response or with an error whose code is one of
    ///     `connectionFailed`, `timeout`, `truncated`, `responseTooLarge`, `cancelled`.
    /// - Returns: A function that gives the exchange up.
    func start(
        _ request: HTTPRequest, within bounds: ExchangeBounds,
        completion: @escaping @Sendable (Result<HTTPResponse, AWSError>) -> Void
    ) -> @Sendable () -> Void
}

/// What one exchange may cost.
public struct ExchangeBounds: Hashable, Sendable {
    /// The time from its beginning to the last byte of the response.
    public var timeout: Duration
    /// The most bytes that the content of the response may have.
    public var responseByteCount: Int

    /// Makes bounds.
    ///
    /// - Parameters:
    ///   - timeout: The time from beginning to end.
    ///   - responseByteCount: The most bytes of content.
    public init(timeout: Duration, responseByteCount: Int) {
        self.timeout = timeout
        self.responseByteCount = responseByteCount
    }
}
