import Dispatch
import Synchronization
import Testing

@testable import AWSTransport

/// The loop over real sockets, against a server that speaks as Lambda's Runtime API does.
struct LambdaRuntimeTests {
    private struct Order: Codable {
        var name: String
    }

    private struct Refused: LambdaTypedError {
        let errorType = "Extract.Unsupported"
        let errorMessage = "a \"name\""
    }

    /// Hands out events, then fails for good; a status of 0 in between closes the connection.
    private static func lambda(_ events: [String]) -> LoopbackServer.Answer {
        let next = Mutex(0)
        return { seen, _ in
            guard seen.uri.hasSuffix("/next") else { return HTTPResponse(status: 202) }
            let index = next.withLock { index in
                defer { index += 1 }
                return index
            }
            guard index < events.count else { return HTTPResponse(status: 500) }
            guard !events[index].isEmpty else { return HTTPResponse(status: 0) }
            let headers: HTTPFields = [
                "Lambda-Runtime-Aws-Request-Id": "id-\(index)", "Lambda-Runtime-Deadline-Ms": "4000000000000",
                "Lambda-Runtime-Trace-Id": "Root=\(index)",
            ]
            return HTTPResponse(status: 200, headers: headers, body: Array(events[index].utf8))
        }
    }

    /// What the runtime posted, in order: path, type of the error, content.
    private func run(_ events: [String], _ runtime: LambdaRuntime) async throws -> [[String]] {
        let server = try await LoopbackServer(Self.lambda(events))
        await #expect(throws: (any Error).self) {
            try await runtime.run(environment: ["AWS_LAMBDA_RUNTIME_API": server.endpoint.authority])
        }
        let posts = server.requests.filter { $0.method == "POST" }.map { seen in
            [
                String(seen.uri.dropFirst("/2018-06-01/runtime/".count)),
                seen.headers["lambda-runtime-function-error-type"] ?? "",
                String(decoding: seen.body, as: UTF8.self),
            ]
        }
        try await server.stop()
        return posts
    }

    @Test func `Events are answered one after the other`() async throws {
        let runtime = LambdaRuntime { (order: Order, context: LambdaContext) in
            Order(name: order.name + context.requestID + context.traceID)
        }
        let posts = try await run([#"{"name":"a"}"#, #"{"name":"b"}"#], runtime)
        #expect(
            posts == [
                ["invocation/id-0/response", "", #"{"name":"aid-0Root=0"}"#],
                ["invocation/id-1/response", "", #"{"name":"bid-1Root=1"}"#],
            ])
    }

    @Test func `Errors and events that cannot be read are reported, and the next event is answered`() async throws {
        let runtime = LambdaRuntime { (order: Order, context: LambdaContext) throws -> Order in
            guard order.name != "bad" else { throw Refused() }
            return order
        }
        let posts = try await run([#"{"name":"bad"}"#, "[]", #"{"name":"good"}"#], runtime)
        #expect(posts.map { $0[0] } == ["invocation/id-0/error", "invocation/id-1/error", "invocation/id-2/response"])
        #expect(posts.map { $0[1] } == ["Extract.Unsupported", "Runtime.UnreadableEvent", ""])
        #expect(posts[0][2].contains(#""errorMessage":"a \"name\"""#))
    }

    @Test func `Bytes are handed over as they came`() async throws {
        let posts = try await run(["[1, 2]"], LambdaRuntime(bytes: { event, _ in event + [32] }))
        #expect(posts == [["invocation/id-0/response", "", "[1, 2] "]])
    }

    @Test func `A connection that was closed while it was idle is made anew`() async throws {
        let posts = try await run(["1", "", "2"], LambdaRuntime(bytes: { event, _ in event }))
        #expect(posts.map { $0[2] } == ["1", "2"])
    }

    @Test func `Large events arrive whole`() async throws {
        let event = "\"" + String(repeating: "a", count: 6_000_000) + "\""
        let posts = try await run([event], LambdaRuntime(bytes: { event, _ in Array("\(event.count)".utf8) }))
        #expect(posts.map { $0[2] } == ["6000002"])
    }

    @Test func `A handler that cannot be made is reported before the process ends`() async throws {
        let runtime = LambdaRuntime(initializing: { () throws -> ClosureHandler<Order, Order> in throw Refused() })
        let posts = try await run([], runtime)
        #expect(posts.map { $0[0] } == ["init/error"])
        #expect(posts.map { $0[1] } == ["Extract.Unsupported"])
    }

    @Test func `Outside Lambda it says so`() async {
        let error = await #expect(throws: AWSError.self) {
            try await LambdaRuntime(bytes: { event, _ in event }).run(environment: [:])
        }
        #expect(error?.code == .invalidConfiguration)
    }
}

struct DeadlineTests {
    @Test func `Work that ends in time gives its value or its error`() async throws {
        #expect(try await Deadline.run(until: .now + .seconds(600)) { 1 } == 1)
        let error = await #expect(throws: AWSError.self) {
            try await Deadline.run(until: .now + .seconds(600)) { throw AWSError(.noSuchKey, "x") }
        }
        #expect(error?.code == .noSuchKey)
    }

    @Test func `Work that holds its thread is left alone when the time is up`() async throws {
        let release = DispatchSemaphore(value: 0)
        let value = try await Deadline.run(until: .now + .milliseconds(10)) {
            await withCheckedContinuation { continuation in
                release.waitUntilSignalled()
                continuation.resume()
            }
            return 1
        }
        #expect(value == nil)
        release.signal()
    }

    @Test func `Many waiting jobs hold up nobody`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let waiting = (0..<20).map { _ in
            Task(executorPreference: BlockingExecutor.shared) { gate.waitUntilSignalled() }
        }
        let last = Task(executorPreference: BlockingExecutor.shared) {
            for _ in 0..<20 { gate.signal() }
        }
        for task in waiting { await task.value }
        await last.value
    }
}

extension DispatchSemaphore {
    /// `wait` is not for asynchronous functions; here the waiting is what is tested.
    fileprivate func waitUntilSignalled() { wait() }
}
