internal import Synchronization

/// Signs, sends and tries again: what the clients of all services share.
///
/// A value that is cheap to copy; all copies share connections, credentials and the clock.
///
/// ```swift
/// let client = try AWSClient(environment: environment, transport: transport)
/// let objects = S3Client(client)
/// ```
public struct AWSClient: Sendable {
    /// Where the services are.
    public let configuration: AWSConfiguration
    /// When a whole call must have ended, tries and pauses included; nil is never.
    public var deadline: ContinuousClock.Instant?

    let transport: any HTTPTransport
    private let provider: any CredentialsProvider
    private let clock: ServerClock

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - configuration: Where the services are.
    ///   - credentials: Whose signature requests get.
    ///   - transport: What sends them.
    ///   - now: The clock that signatures are dated by.
    public init(
        configuration: AWSConfiguration, credentials: any CredentialsProvider, transport: any HTTPTransport,
        now: @escaping @Sendable () -> Timestamp = Timestamp.now
    ) {
        self.configuration = configuration
        self.transport = transport
        provider = credentials
        clock = ServerClock(now)
    }

    /// Makes a client as the environment says: region, endpoints, credentials.
    ///
    /// - Parameters:
    ///   - environment: The variables of the process.
    ///   - transport: What sends requests.
    /// - Throws: ``AWSError`` with code `invalidConfiguration` or `noCredentials` when something is missing.
    public init(environment: [String: String], transport: any HTTPTransport) throws(AWSError) {
        let configuration = try AWSConfiguration(environment: environment)
        let provider = try EnvironmentCredentials.provider(for: environment, transport: transport)
        self.init(configuration: configuration, credentials: provider, transport: transport)
    }

    /// The same client with a deadline.
    ///
    /// - Parameter deadline: When a whole call must have ended.
    /// - Returns: A client that shares everything else.
    public func with(deadline: ContinuousClock.Instant) -> Self {
        var client = self
        client.deadline = deadline
        return client
    }
}

// MARK: - Sending

/// A call before it is signed.
struct ServiceCall<Output>: Sendable {
    /// The service's name in signatures.
    var service: String
    var request: HTTPRequest
    /// The most bytes that the response may have.
    var responseLimit = 8 << 20
    /// Says why a response is no success.
    var failure: @Sendable (HTTPResponse) -> AWSError
    /// Reads a response that calls itself a success, and throws when it is not what was asked for.
    var read: @Sendable (HTTPResponse) throws(AWSError) -> Output

    func output(of result: Result<HTTPResponse, AWSError>) throws(AWSError) -> Output {
        let response = try result.get()
        guard response.isSuccess else { throw failure(response) }
        return try read(response)
    }
}

extension AWSClient {
    /// Sends until it succeeds, may not be tried again, or the time is up.
    func send<Output>(_ call: ServiceCall<Output>) async throws(AWSError) -> Output {
        var schedule = RetrySchedule(configuration.retry)
        while true {
            let attempt = try begin(call)
            let result = await transport.send(attempt.request, within: attempt.bounds)
            do throws(AWSError) {
                return try call.output(of: result)
            } catch {
                let pause = try pause(after: error, attempt, result, &schedule)
                guard (try? await Task.sleep(for: pause)) != nil else {
                    throw AWSError(.cancelled, "the task was cancelled after: \(error)")
                }
            }
        }
    }

    /// The same for synchronous callers: the thread waits.
    func sendAndWait<Output>(_ call: ServiceCall<Output>) throws(AWSError) -> Output {
        var schedule = RetrySchedule(configuration.retry)
        while true {
            let attempt = try begin(call)
            let result = transport.sendAndWait(attempt.request, within: attempt.bounds)
            do throws(AWSError) {
                return try call.output(of: result)
            } catch {
                Waiting.sleep(for: try pause(after: error, attempt, result, &schedule))
            }
        }
    }

    /// The time that signatures are dated by.
    var time: Timestamp { clock.time }

    /// A signer with the credentials of the moment.
    func signer(for service: String) throws(AWSError) -> Signer {
        Signer(
            service: service, region: configuration.region, credentials: try provider.credentials(at: clock.time))
    }
}

// MARK: - One try

extension AWSClient {
    private struct Attempt {
        let request: HTTPRequest
        let time: Timestamp
        let bounds: ExchangeBounds
    }

    private func begin<Output>(_ call: ServiceCall<Output>) throws(AWSError) -> Attempt {
        var timeout = configuration.attemptTimeout
        if let deadline {
            timeout = min(timeout, ContinuousClock.now.duration(to: deadline))
            guard timeout > .zero else { throw AWSError(.timeout, "no time is left") }
        }
        let time = clock.time
        let request = try signer(for: call.service).sign(call.request, at: time)
        return Attempt(
            request: request, time: time,
            bounds: ExchangeBounds(timeout: timeout, responseByteCount: call.responseLimit))
    }

    /// How long to wait before the next try.
    ///
    /// - Throws: Why there is no next try.
    private func pause(
        after error: AWSError, _ attempt: Attempt, _ result: Result<HTTPResponse, AWSError>,
        _ schedule: inout RetrySchedule
    ) throws(AWSError) -> Duration {
        let date = (try? result.get())?.headers["date"].flatMap(Timestamp.init(httpDate:))
        let skew = date.map { $0.secondsSinceEpoch - attempt.time.secondsSinceEpoch }
        let remaining = deadline.map { ContinuousClock.now.duration(to: $0) }
        switch schedule.decision(after: error, skew: skew, remaining: remaining, jitter: .random(in: 0...1)) {
        case .fail: throw error
        case .retry(let pause): return pause
        case .correctClock(let seconds): clock.advance(bySeconds: seconds)
        case .renewCredentials: provider.invalidate()
        }
        return .zero
    }
}
