internal import AWSTransport
package import Pipeline

/// A Lambda function of the pipeline: JSON in, JSON out, its services made from the environment.
///
/// | variable | |
/// |---|---|
/// | `UPLOAD_BUCKET` | the bucket of uploads |
/// | `FILE_TABLE` | the table |
/// | `STATE_MACHINE_ARN` | the workflow, for functions that start executions |
/// | `DEAD_LETTER_QUEUE_URL` | the queue of failures |
/// | `MAX_FILE_BYTES` | the longest file that is accepted |
/// | `REPLAY_UNTIL` | letters sent later than this moment, RFC 3339 with `Z`, are not replayed |
package struct PipelineFunction: Sendable {
    package let environment: [String: String]
    private let client: AWSClient
    private let settings: PipelineSettings

    /// Reads the environment.
    ///
    /// - Throws: ``PipelineError`` when a variable is missing, `AWSError` when there are no credentials.
    package init(environment: [String: String] = ProcessEnvironment.current) throws {
        guard let bucket = environment["UPLOAD_BUCKET"], environment["FILE_TABLE"] != nil else {
            throw PipelineError(.malformed, "UPLOAD_BUCKET or FILE_TABLE is not set")
        }
        self.environment = environment
        client = try AWSClient(environment: environment, transport: AsyncHTTPTransport())
        var settings = PipelineSettings(bucket: bucket)
        settings.maximumByteCount = environment["MAX_FILE_BYTES"].flatMap { Int($0) } ?? settings.maximumByteCount
        settings.routeLease = environment["ROUTE_LEASE_SECONDS"].flatMap { Int($0) } ?? settings.routeLease
        settings.claimLease = environment["CLAIM_LEASE_SECONDS"].flatMap { Int($0) } ?? settings.claimLease
        settings.replayUntil = environment["REPLAY_UNTIL"].flatMap { Timestamp(parsing: $0) }
        self.settings = settings
    }

    /// The services, for one invocation: no call outlives it.
    package func services(until deadline: ContinuousClock.Instant) -> Services {
        let client = client.with(deadline: deadline)
        return Services(
            objects: S3ObjectStore(S3Client(client)),
            table: DynamoDBFileTable(DynamoDBClient(client), table: environment["FILE_TABLE"] ?? ""),
            workflow: StepFunctionsStarter(
                StepFunctionsClient(client), stateMachine: environment["STATE_MACHINE_ARN"] ?? ""),
            deadLetters: SQSDeadLetters(SQSClient(client), queue: environment["DEAD_LETTER_QUEUE_URL"] ?? ""),
            settings: settings, now: { .now })
    }

    /// Serves invocations until the process is ended.
    ///
    /// - Parameter step: What is done with an event.
    /// - Throws: When the function cannot begin, or Lambda cannot be reached.
    package static func run(
        _ step: @escaping @Sendable (PipelineFunction, Services, JSONValue) async throws -> JSONValue
    ) async throws {
        try await LambdaRuntime(initializing: { PipelineHandler(function: try PipelineFunction(), step: step) }).run()
    }
}

private struct PipelineHandler: LambdaHandler {
    let function: PipelineFunction
    let step: @Sendable (PipelineFunction, Services, JSONValue) async throws -> JSONValue

    func handle(_ event: JSONValue, context: LambdaContext) async throws -> JSONValue {
        let services = function.services(until: context.deadline(leaving: .milliseconds(500)))
        return try await step(function, services, event)
    }
}
