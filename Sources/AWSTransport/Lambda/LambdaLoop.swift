/// The conversation with Lambda's Runtime API as a value: responses and results in, what to do next out.
///
/// Specification: AWS Lambda, "Using the Lambda runtime API", version 2018-06-01.
struct LambdaLoop {
    /// One event to answer.
    struct Invocation: Hashable {
        var requestID: String
        var traceID: String
        var tenantID: String?
        var functionARN: String
        var deadline: LambdaClock.Instant
        var cognitoIdentity: String?
        var clientContext: String?
        var event: [UInt8]
    }

    enum Action {
        case send(HTTPRequest)
        case invoke(Invocation)
        case stop(AWSError)
    }

    private enum State {
        case waiting
        case running(id: String)
        case answering(id: String)
        case reporting
        case stopped
    }

    private let server: Endpoint
    private var state = State.stopped

    init(server: Endpoint) {
        self.server = server
    }

    /// Asks for an event.
    mutating func next() -> Action {
        state = .waiting
        return .send(HTTPRequest("GET", server, path: "/2018-06-01/runtime/invocation/next"))
    }

    /// The request that says that the process cannot begin.
    func initializationError(_ failure: LambdaFailure) -> HTTPRequest {
        error(failure, path: "/2018-06-01/runtime/init/error")
    }

    /// Takes the response to what was sent last.
    mutating func received(_ response: HTTPResponse) -> Action {
        switch state {
        case .waiting: return begin(response)
        case .answering(let id) where response.status == 413:
            state = .reporting
            return report(
                LambdaFailure(type: "Function.ResponseSizeTooLarge", message: "the answer is too large"), of: id)
        case .answering, .reporting:
            guard response.status < 500 else {
                return stop("Lambda cannot go on: it answered \(response.status) to the result")
            }
            return next()
        case .running, .stopped: return stop("a response came that nothing asked for")
        }
    }

    /// Takes how the invocation ended.
    mutating func finished(_ result: Result<[UInt8], LambdaFailure>) -> Action {
        guard case .running(let id) = state else { return stop("an invocation ended that nothing began") }
        switch result {
        case .success(let answer):
            state = .answering(id: id)
            return .send(
                HTTPRequest(
                    "POST", server, path: path(of: id, "response"), headers: ["content-type": "application/json"],
                    body: answer))
        case .failure(let failure):
            state = .reporting
            return report(failure, of: id)
        }
    }

    private mutating func begin(_ response: HTTPResponse) -> Action {
        let headers = response.headers
        guard response.status == 200, let id = headers["lambda-runtime-aws-request-id"], !id.isEmpty,
            let deadline = headers["lambda-runtime-deadline-ms"].flatMap({ Int64($0) })
        else { return stop("Lambda answered \(response.status) without an invocation") }
        state = .running(id: id)
        return .invoke(
            Invocation(
                requestID: id, traceID: headers["lambda-runtime-trace-id"] ?? "",
                tenantID: headers["lambda-runtime-aws-tenant-id"],
                functionARN: headers["lambda-runtime-invoked-function-arn"] ?? "",
                deadline: LambdaClock.Instant(millisecondsSinceEpoch: deadline),
                cognitoIdentity: headers["lambda-runtime-cognito-identity"],
                clientContext: headers["lambda-runtime-client-context"], event: response.body))
    }

    private mutating func stop(_ message: String) -> Action {
        state = .stopped
        return .stop(AWSError(.malformedResponse, message))
    }

    private func report(_ failure: LambdaFailure, of id: String) -> Action {
        .send(error(failure, path: path(of: id, "error")))
    }

    private func error(_ failure: LambdaFailure, path: String) -> HTTPRequest {
        HTTPRequest(
            "POST", server, path: path,
            headers: [
                "content-type": "application/vnd.aws.lambda.error+json",
                "lambda-runtime-function-error-type": failure.headerValue,
            ],
            body: failure.json)
    }

    private func path(of id: String, _ end: String) -> String {
        "/2018-06-01/runtime/invocation/\(PercentEncoding.encode(id))/\(end)"
    }
}
