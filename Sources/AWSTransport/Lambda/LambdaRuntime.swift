internal import FoundationEssentials
internal import Logging

/// Asks Lambda for events, one after the other, and answers them.
///
/// The names are those of swift-aws-lambda-runtime.
///
/// ```swift
/// let runtime = LambdaRuntime { (event: Request, context: LambdaContext) in
///     try await answer(event, before: context.deadline)
/// }
/// try await runtime.run()
/// ```
///
/// Handlers run on ``BlockingExecutor``: they may read synchronous sources. The trace is not put into the environment
/// of the process, since other threads read that; ``LambdaContext/traceID`` holds it.
public struct LambdaRuntime: Sendable {
    typealias Body = @Sendable ([UInt8], LambdaContext) async throws -> [UInt8]

    private let makeBody: @Sendable () async throws -> Body

    private init(_ makeBody: @escaping @Sendable () async throws -> Body) {
        self.makeBody = makeBody
    }

    /// Makes a runtime for a handler.
    ///
    /// - Parameter handler: Answers events.
    public init(lambdaHandler handler: some LambdaHandler) {
        self.init { Self.body(handler) }
    }

    /// Makes a runtime for a handler that is made first; when that fails, Lambda is told why.
    ///
    /// - Parameter make: Makes the handler: reads the environment, opens what it needs.
    public init(initializing make: @escaping @Sendable () async throws -> some LambdaHandler) {
        self.init { Self.body(try await make()) }
    }

    /// Makes a runtime for a function.
    ///
    /// - Parameter body: Answers events.
    public init<Event: Decodable & SendableMetatype, Output: Encodable>(
        body: @escaping @Sendable (Event, LambdaContext) async throws -> Output
    ) {
        self.init(lambdaHandler: ClosureHandler(body: body))
    }

    /// Makes a runtime for a function that reads and writes JSON itself.
    ///
    /// - Parameter body: Answers events, as bytes.
    public init(bytes body: @escaping @Sendable ([UInt8], LambdaContext) async throws -> [UInt8]) {
        self.init { body }
    }

    private static func body(_ handler: some LambdaHandler) -> Body {
        { bytes, context in try await handler.answer(bytes, context) }
    }
}

// MARK: - Running

extension LambdaRuntime {
    /// Answers events until the process is ended or Lambda cannot go on.
    ///
    /// - Parameter environment: The variables of the process; `AWS_LAMBDA_RUNTIME_API` tells where Lambda is.
    /// - Throws: ``AWSError`` when Lambda cannot be reached or answers nonsense; what the making of the handler threw,
    ///   after Lambda was told. The process must exit then, with a status that is not 0.
    public func run(environment: [String: String] = ProcessEnvironment.current) async throws {
        guard let server = environment["AWS_LAMBDA_RUNTIME_API"], !server.isEmpty else {
            throw AWSError(.invalidConfiguration, "AWS_LAMBDA_RUNTIME_API is not set: this runs in Lambda alone")
        }
        let connection = RuntimeConnection(try Endpoint(parsing: "http://" + server))
        var loop = LambdaLoop(server: connection.server)
        let body: Body
        do {
            body = try await makeBody()
        } catch {
            _ = await connection.exchange(loop.initializationError(LambdaFailure(error)))
            throw error
        }
        var action = loop.next()
        while true {
            switch action {
            case .send(let request): action = loop.received(try await connection.exchange(request).get())
            case .invoke(let invocation): action = loop.finished(await Self.answer(invocation, body))
            case .stop(let error): throw error
            }
        }
    }

    private static func answer(_ invocation: LambdaLoop.Invocation, _ body: @escaping Body) async -> Result<
        [UInt8], LambdaFailure
    > {
        let context = LambdaContext(invocation)
        let task = Task(executorPreference: BlockingExecutor.shared) { try await body(invocation.event, context) }
        return await task.result.mapError { error in
            let failure = LambdaFailure(error)
            context.logger.error("\(failure.errorType): \(failure.errorMessage)")
            return failure
        }
    }
}

extension LambdaContext {
    fileprivate init(_ invocation: LambdaLoop.Invocation) {
        self.init(
            requestID: invocation.requestID, traceID: invocation.traceID, tenantID: invocation.tenantID,
            invokedFunctionARN: invocation.functionARN, deadline: invocation.deadline,
            cognitoIdentity: invocation.cognitoIdentity, clientContext: invocation.clientContext)
    }
}

// MARK: - Handlers

/// A function as a handler.
public struct ClosureHandler<Event: Decodable & SendableMetatype, Output: Encodable>: LambdaHandler {
    private let body: @Sendable (Event, LambdaContext) async throws -> Output

    /// Makes a handler.
    ///
    /// - Parameter body: Answers events.
    public init(body: @escaping @Sendable (Event, LambdaContext) async throws -> Output) {
        self.body = body
    }

    /// Calls the function.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - context: What Lambda says of the invocation.
    /// - Returns: The answer.
    /// - Throws: What the function throws.
    public func handle(_ event: Event, context: LambdaContext) async throws -> Output {
        try await body(event, context)
    }
}

extension LambdaHandler {
    fileprivate func answer(_ bytes: [UInt8], _ context: LambdaContext) async throws -> [UInt8] {
        let event: Event
        do { event = try JSONDecoder().decode(Event.self, from: Data(bytes)) } catch {
            throw UnreadableEvent(reason: "\(error)")
        }
        return Array(try JSONEncoder().encode(try await handle(event, context: context)))
    }
}

/// The event is not what the function takes.
private struct UnreadableEvent: LambdaTypedError {
    let reason: String

    var errorType: String { "Runtime.UnreadableEvent" }
    var errorMessage: String { "the event is not what the function takes: \(reason)" }
}
