import Synchronization

@testable import AWSTransport

/// A transport that answers by a function and remembers what it was asked.
final class StubTransport: HTTPTransport {
    typealias Answer = @Sendable (_ request: HTTPRequest, _ attempt: Int) -> Result<HTTPResponse, AWSError>

    private let answer: Answer
    private let seen = Mutex<[HTTPRequest]>([])

    init(_ answer: @escaping Answer) {
        self.answer = answer
    }

    /// Answers once each, then repeats the last.
    convenience init(_ results: Result<HTTPResponse, AWSError>...) {
        self.init { _, attempt in results[min(attempt, results.count - 1)] }
    }

    var requests: [HTTPRequest] { seen.withLock { $0 } }

    func start(
        _ request: HTTPRequest, within bounds: ExchangeBounds,
        completion: @escaping @Sendable (Result<HTTPResponse, AWSError>) -> Void
    ) -> @Sendable () -> Void {
        let attempt = seen.withLock { seen in
            seen.append(request)
            return seen.count - 1
        }
        completion(answer(request, attempt))
        return {}
    }

    /// A client of this transport that pauses for next to nothing.
    func client(attempts: Int = 4, now: Timestamp = Timestamp(secondsSinceEpoch: 1_700_000_000)) -> AWSClient {
        let retry = RetryPolicy(
            maximumAttempts: attempts, firstPause: .nanoseconds(1), longestPause: .nanoseconds(2))
        return AWSClient(
            configuration: AWSConfiguration(region: "eu-west-1", retry: retry),
            credentials: AWSCredentials(accessKeyID: "id", secretAccessKey: "secret"), transport: self,
            now: { now })
    }
}

extension Result<HTTPResponse, AWSError> {
    static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Self {
        .success(HTTPResponse(status: status, headers: headers, body: Array(text.utf8)))
    }

    /// An error as the services with JSON send it.
    static func refusal(_ code: String, status: Int = 400, headers: HTTPFields = [:]) -> Self {
        json(#"{"__type":"com.amazonaws.example#\#(code)","message":"why"}"#, status: status, headers: headers)
    }
}
