import Testing

@testable import AWSTransport

struct LambdaLoopTests {
    private static let server = Endpoint(host: "127.0.0.1", port: 9001, isSecure: false)

    private static func event(_ id: String, headers: HTTPFields = [:]) -> HTTPResponse {
        var headers = headers
        headers["lambda-runtime-aws-request-id"] = id
        headers["lambda-runtime-deadline-ms"] = "1700000000123"
        headers["lambda-runtime-trace-id"] = "Root=1"
        headers["lambda-runtime-invoked-function-arn"] = "arn:f"
        return HTTPResponse(status: 200, headers: headers, body: Array("{}".utf8))
    }

    private func request(_ action: LambdaLoop.Action) -> HTTPRequest? {
        if case .send(let request) = action { request } else { nil }
    }

    private func stops(_ action: LambdaLoop.Action) -> Bool {
        if case .stop = action { true } else { false }
    }

    /// A loop that was given an event.
    private func running() throws -> LambdaLoop {
        var loop = LambdaLoop(server: Self.server)
        #expect(request(loop.next())?.path == "/2018-06-01/runtime/invocation/next")
        guard case .invoke(let invocation) = loop.received(Self.event("id-1")) else {
            throw AWSError(.malformedResponse, "no invocation")
        }
        #expect(invocation.requestID == "id-1" && invocation.traceID == "Root=1")
        #expect(invocation.functionARN == "arn:f" && invocation.event == Array("{}".utf8))
        #expect(invocation.deadline.millisecondsSinceEpoch == 1_700_000_000_123)
        return loop
    }

    @Test func `An answer is sent to its invocation, then the next event is asked for`() throws {
        var loop = try running()
        let answer = request(loop.finished(.success([1, 2])))
        #expect(answer?.method == "POST" && answer?.path == "/2018-06-01/runtime/invocation/id-1/response")
        #expect(answer?.body == [1, 2])
        #expect(request(loop.received(HTTPResponse(status: 202)))?.path.hasSuffix("/next") == true)
    }

    @Test func `A failure is reported with the type that a workflow matches`() throws {
        var loop = try running()
        let failure = LambdaFailure(type: "Extract.Corrupt", message: "no \"trailer\"")
        let report = request(loop.finished(.failure(failure)))
        #expect(report?.path == "/2018-06-01/runtime/invocation/id-1/error")
        #expect(report?.headers["lambda-runtime-function-error-type"] == "Extract.Corrupt")
        let body = String(decoding: report?.body ?? [], as: UTF8.self)
        #expect(body.contains(#""errorType":"Extract.Corrupt""#))
        #expect(body.contains(#""errorMessage":"no \"trailer\"""#))
        #expect(body.contains(#""stackTrace":[]"#))
        #expect(request(loop.received(HTTPResponse(status: 202)))?.path.hasSuffix("/next") == true)
    }

    @Test func `An answer that is too large becomes a failure`() throws {
        var loop = try running()
        _ = loop.finished(.success([]))
        let report = request(loop.received(HTTPResponse(status: 413)))
        #expect(report?.headers["lambda-runtime-function-error-type"] == "Function.ResponseSizeTooLarge")
    }

    @Test(arguments: [400, 403, 404])
    func `A result that came too late does not end the process`(status: Int) throws {
        var loop = try running()
        _ = loop.finished(.success([]))
        #expect(request(loop.received(HTTPResponse(status: status)))?.path.hasSuffix("/next") == true)
    }

    @Test func `Lambda's own failure ends the process`() throws {
        var loop = try running()
        _ = loop.finished(.success([]))
        #expect(stops(loop.received(HTTPResponse(status: 500))))
    }

    @Test(arguments: [
        HTTPResponse(status: 403), HTTPResponse(status: 200),
        HTTPResponse(status: 200, headers: ["lambda-runtime-aws-request-id": "a"]),
        HTTPResponse(
            status: 200, headers: ["lambda-runtime-aws-request-id": "a", "lambda-runtime-deadline-ms": "soon"]),
    ])
    func `What is no invocation ends the process`(response: HTTPResponse) {
        var loop = LambdaLoop(server: Self.server)
        _ = loop.next()
        #expect(stops(loop.received(response)))
    }

    @Test func `Nothing is answered twice or without an event`() throws {
        var loop = LambdaLoop(server: Self.server)
        #expect(stops(loop.received(HTTPResponse(status: 202))))
        #expect(stops(loop.finished(.success([]))))
        var second = try running()
        _ = second.finished(.success([]))
        #expect(stops(second.finished(.success([]))))
    }

    @Test func `An id cannot leave its path, nor a type its header`() throws {
        var loop = LambdaLoop(server: Self.server)
        _ = loop.next()
        _ = loop.received(Self.event("../a b"))
        let report = request(loop.finished(.failure(LambdaFailure(type: "A\r\nb: c\u{E9}", message: ""))))
        #expect(report?.path == "/2018-06-01/runtime/invocation/..%2Fa%20b/error")
        #expect(report?.headers["lambda-runtime-function-error-type"] == "A__b:_c__")
    }

    @Test func `Errors have the names that they give themselves`() {
        struct Corrupt: LambdaTypedError {
            let errorType = "Extract.Corrupt"
        }
        struct Plain: Error {}
        #expect(LambdaFailure(Corrupt()).errorType == "Extract.Corrupt")
        #expect(LambdaFailure(AWSError(.noSuchKey, "x")).errorType == "AWS.NoSuchKey")
        #expect(LambdaFailure(Plain()).errorType == "Plain")
    }

    @Test func `Deadlines are computed without overflow`() {
        let last = LambdaClock.Instant(millisecondsSinceEpoch: .max)
        #expect(last.advanced(by: .seconds(1)) == last)
        #expect(last.advanced(by: .seconds(Int64.max)) == last)
        let first = LambdaClock.Instant(millisecondsSinceEpoch: 1_500)
        #expect(first.advanced(by: .milliseconds(-500)).millisecondsSinceEpoch == 1_000)
        #expect(first.duration(to: .init(millisecondsSinceEpoch: 1_000)) == .milliseconds(-500))
    }
}
