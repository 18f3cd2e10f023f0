import Testing

@testable import AWSTransport

struct RetryTests {
    @Test func `Throttled and broken calls are made again`() async throws {
        let transport = StubTransport(
            .refusal("ProvisionedThroughputExceededException"), .failure(AWSError(.connectionFailed, "reset")),
            .json("", status: 503), .json(#"{"Item":{"pk":{"S":"a"}}}"#))
        let item = try await DynamoDBClient(transport.client()).get(["pk": "a"], from: "t")
        #expect(item == ["pk": "a"])
        #expect(transport.requests.count == 4)
    }

    @Test func `The last failure is thrown when tries run out`() async {
        let transport = StubTransport(.refusal("ThrottlingException"))
        await #expect(throws: AWSError.self) {
            try await DynamoDBClient(transport.client(attempts: 3)).get(["pk": "a"], from: "t")
        }
        #expect(transport.requests.count == 3)
    }

    @Test(arguments: ["ConditionalCheckFailedException", "AccessDeniedException", "ValidationException"])
    func `What cannot succeed later is not tried again`(code: String) async {
        let transport = StubTransport(.refusal(code))
        let error = await #expect(throws: AWSError.self) {
            try await DynamoDBClient(transport.client()).get(["pk": "a"], from: "t")
        }
        #expect(error?.code.rawValue == code)
        #expect(error?.message == "why")
        #expect(transport.requests.count == 1)
    }

    @Test func `A clock that is off is set by the server's, once`() async throws {
        let transport = StubTransport(
            .refusal("InvalidSignatureException", headers: ["date": "Tue, 14 Nov 2023 23:13:20 GMT"]), .json("{}"))
        let client = transport.client(now: Timestamp(secondsSinceEpoch: 1_700_000_000))
        _ = try await DynamoDBClient(client).get(["pk": "a"], from: "t")
        _ = try await DynamoDBClient(client).get(["pk": "a"], from: "t")
        let dates = transport.requests.map { $0.headers["x-amz-date"] }
        #expect(dates == ["20231114T221320Z", "20231114T231320Z", "20231114T231320Z"])
    }

    @Test func `A wrong signature at the right time is not tried again`() async {
        let transport = StubTransport(
            .refusal("InvalidSignatureException", headers: ["date": "Tue, 14 Nov 2023 22:13:50 GMT"]))
        await #expect(throws: AWSError.self) {
            try await DynamoDBClient(transport.client()).get(["pk": "a"], from: "t")
        }
        #expect(transport.requests.count == 1)
    }

    @Test func `Nothing is sent when the time is up`() async {
        let transport = StubTransport(.json("{}"))
        let client = transport.client().with(deadline: .now - .seconds(1))
        let error = await #expect(throws: AWSError.self) {
            try await DynamoDBClient(client).get(["pk": "a"], from: "t")
        }
        #expect(error?.code == .timeout)
        #expect(transport.requests.isEmpty)
    }

    @Test func `Pauses double up to their bound, and are longer when throttled`() {
        let policy = RetryPolicy(firstPause: .milliseconds(50), longestPause: .seconds(1))
        let bounds = (1...7).map { policy.pauseBound(afterAttempt: $0, isThrottling: false) }
        #expect(bounds == [50, 100, 200, 400, 800, 1_000, 1_000].map { .milliseconds($0) })
        #expect(policy.pauseBound(afterAttempt: 1, isThrottling: true) == .milliseconds(200))
        #expect(policy.pauseBound(afterAttempt: .max, isThrottling: true) == .seconds(1))
    }

    @Test func `A pause that outlasts the deadline is not begun`() {
        var schedule = RetrySchedule(RetryPolicy(firstPause: .seconds(1), longestPause: .seconds(1)))
        let error = AWSError(.connectionFailed, "reset")
        #expect(
            schedule.decision(after: error, skew: nil, remaining: .seconds(2), jitter: 1) == .retry(after: .seconds(1)))
        #expect(schedule.decision(after: error, skew: nil, remaining: .seconds(1), jitter: 1) == .fail)
    }

    @Test func `Credentials that have ended are renewed once`() {
        var schedule = RetrySchedule(RetryPolicy())
        let error = AWSError("ExpiredTokenException", "ended", status: 400)
        #expect(schedule.decision(after: error, skew: nil, jitter: 1) == .renewCredentials)
        #expect(schedule.decision(after: error, skew: nil, jitter: 1) == .fail)
    }
}
