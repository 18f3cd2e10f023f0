import Testing

@testable import AWSTransport

/// Over real sockets on loopback.
struct TransportTests {
    private static let bounds = ExchangeBounds(timeout: .seconds(60), responseByteCount: 1_000)

    private func withServer<Value>(
        _ answer: @escaping LoopbackServer.Answer,
        _ body: (LoopbackServer, AsyncHTTPTransport) async throws -> Value
    ) async throws -> Value {
        let server = try await LoopbackServer(answer)
        let transport = AsyncHTTPTransport()
        let result: Result<Value, any Error>
        do { result = .success(try await body(server, transport)) } catch { result = .failure(error) }
        try await transport.shutdown()
        try await server.stop()
        return try result.get()
    }

    @Test(arguments: [
        "a b", "a//b", "/a", "a/../b/./c", "a+b&c=d?e#f%20", "\u{E9}\u{6F22}\u{1F600}", "a;b:c@d!$'()*,[]", "~._-",
    ])
    func `The server sees the path and the query that were signed`(key: String) async throws {
        try await withServer({ _, _ in HTTPResponse(status: 200) }) { server, transport in
            let path = "/bucket/" + PercentEncoding.encode(key, keepsSlashes: true)
            let request = HTTPRequest("GET", server.endpoint, path: path, query: [.init("a b", key), .init("acl", "")])
            _ = try await transport.send(request, within: Self.bounds).get()
            let seen = try #require(server.requests.first)
            #expect(seen.uri == path + "?a%20b=" + PercentEncoding.encode(key) + "&acl=")
            #expect(seen.headers["host"] == server.endpoint.authority)
        }
    }

    @Test func `Content goes both ways, to a waiting thread and to a task`() async throws {
        try await withServer({ seen, _ in HTTPResponse(status: 201, headers: ["x": "y"], body: seen.body.reversed()) })
        {
            server, transport in
            let request = HTTPRequest("PUT", server.endpoint, path: "/k", body: [1, 2, 3])
            let response = try await transport.send(request, within: Self.bounds).get()
            #expect(response.status == 201 && response.headers["x"] == "y" && response.body == [3, 2, 1])
            let waited = await withCheckedContinuation { continuation in
                Task.detached(executorPreference: BlockingExecutor.shared) {
                    continuation.resume(returning: transport.sendAndWait(request, within: Self.bounds))
                }
            }
            #expect(try waited.get().body == [3, 2, 1])
            #expect(server.requests.first?.headers["content-length"] == "3")
        }
    }

    @Test func `A head has a length and no content`() async throws {
        try await withServer({ _, _ in HTTPResponse(status: 200, headers: ["content-length": "123456789"]) }) {
            server, transport in
            let response = try await transport.send(HTTPRequest("HEAD", server.endpoint), within: Self.bounds).get()
            #expect(response.headers["content-length"] == "123456789")
        }
    }

    @Test func `Responses are bounded`() async throws {
        try await withServer({ _, _ in HTTPResponse(status: 200, body: Array(repeating: 0, count: 1_001)) }) {
            server, transport in
            let result = await transport.send(HTTPRequest("GET", server.endpoint), within: Self.bounds)
            #expect(throws: AWSError.self) { try result.get() }
            if case .failure(let error) = result { #expect(error.code == .responseTooLarge) }
        }
    }

    @Test func `A redirect is not followed`() async throws {
        try await withServer({ _, _ in HTTPResponse(status: 307, headers: ["location": "http://127.0.0.1:1/"]) }) {
            server, transport in
            let response = try await transport.send(HTTPRequest("GET", server.endpoint), within: Self.bounds).get()
            #expect(response.status == 307)
        }
    }

    @Test func `A connection that is closed, before or inside a response, is tried again`() async throws {
        try await withServer({ _, count in
            switch count {
            case 1: HTTPResponse(status: 0)
            case 2:
                HTTPResponse(
                    status: 200, headers: ["content-length": "100", "connection": "close"], body: Array("{".utf8))
            default: HTTPResponse(status: 200, body: Array(#"{"Item":{"a":{"S":"b"}}}"#.utf8))
            }
        }) { server, transport in
            let retry = RetryPolicy(firstPause: .nanoseconds(1), longestPause: .nanoseconds(1))
            let client = AWSClient(
                configuration: AWSConfiguration(region: "eu-west-1", endpoint: server.endpoint, retry: retry),
                credentials: AWSCredentials(accessKeyID: "i", secretAccessKey: "s"), transport: transport)
            let item = try await DynamoDBClient(client).get(["pk": "x"], from: "t")
            #expect(item == ["a": "b"])
            #expect(server.requests.count == 3)
        }
    }

    @Test func `A server that is not there is an error`() async throws {
        let error = try await withServer({ _, _ in HTTPResponse(status: 200) }) { server, transport in
            let endpoint = Endpoint(host: "127.0.0.1", port: 1, isSecure: false)
            return await transport.send(HTTPRequest("GET", endpoint), within: Self.bounds)
        }
        guard case .failure(let error) = error else { throw AWSError(.malformedResponse, "no failure") }
        #expect(error.isRetryable)
    }

    @Test func `Credentials are had from a container's server, kept, and renewed before they end`() async throws {
        let expiration = "2023-11-14T22:33:20Z"
        try await withServer({ seen, count in
            guard seen.headers["authorization"] == "Bearer 1" else { return HTTPResponse(status: 401) }
            let json = """
                {"AccessKeyId":"id\(count)","SecretAccessKey":"s","Token":"t","Expiration":"\(expiration)"}
                """
            return HTTPResponse(status: 200, body: Array(json.utf8))
        }) { server, transport in
            let environment = [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": server.endpoint.url + "/role?x=1",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Bearer 1",
            ]
            let provider = try #require(try ContainerCredentials(environment: environment, transport: transport))
            let names = await withCheckedContinuation { continuation in
                Task.detached(executorPreference: BlockingExecutor.shared) {
                    let times = [1_700_000_000, 1_700_000_100, 1_700_000_899, 1_700_000_901]
                    let names = times.map { time in
                        try? provider.credentials(at: Timestamp(secondsSinceEpoch: time)).accessKeyID
                    }
                    continuation.resume(returning: names)
                }
            }
            #expect(names == ["id1", "id1", "id1", "id2"])
            #expect(server.requests.first?.uri == "/role?x=1")
        }
    }

    @Test func `Credentials are not asked for at strangers in the clear`() {
        #expect(throws: AWSError.self) {
            try ContainerCredentials(
                environment: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.org/a"],
                transport: StubTransport(.json("{}")))
        }
    }
}
