import Testing

@testable import AWSTransport

/// Against an emulator of AWS that checks signatures, if the environment names one: `AWS_ENDPOINT_URL`, `AWS_REGION`,
/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`.
@Suite(.enabled(if: ProcessEnvironment.current["AWS_ENDPOINT_URL"] != nil, "AWS_ENDPOINT_URL is not set"))
struct EmulatorTests {
    private static let bounds = ExchangeBounds(timeout: .seconds(60), responseByteCount: 1 << 20)
    private static let transport = AsyncHTTPTransport()

    private let client: AWSClient
    /// A name that no other run has.
    private let name = "t" + String(UInt64.random(in: 0 ... .max), radix: 36)

    init() throws {
        client = try AWSClient(environment: ProcessEnvironment.current, transport: Self.transport)
    }

    private func bucket(versions: Bool = false) async throws -> S3Client {
        let objects = S3Client(client)
        let place = S3Location(bucket: name, key: "")
        try await client.send(objects.call(objects.request("PUT", place)) { _ throws(AWSError) in () })
        guard versions else { return objects }
        var request = objects.request("PUT", place, query: [.init("versioning", "")])
        request.body = Array("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>".utf8)
        try await client.send(objects.call(request) { _ throws(AWSError) in () })
        return objects
    }

    private func upload(_ presigned: PresignedRequest, _ body: [UInt8]) async throws -> HTTPResponse {
        let path = presigned.url.dropFirst(try Endpoint(parsing: origin(presigned.url)).url.count)
        let halves = path.split(separator: "?", maxSplits: 1)
        var request = HTTPRequest(
            presigned.method, try Endpoint(parsing: origin(presigned.url)), path: String(halves[0]))
        request.query = halves[1].split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return .init(decoded(parts[0]), decoded(parts[1]))
        }
        for (name, value) in presigned.headers where name != "content-length" { request.headers[name] = value }
        request.body = body
        return try await Self.transport.send(request, within: Self.bounds).get()
    }

    private func origin(_ url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return "\(parts[0])//\(parts[2])"
    }

    private func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `Objects are stored, told of, read and deleted`() async throws {
        let objects = try await bucket(versions: true)
        let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var location = S3Location(bucket: name, key: "a b+c&\u{E9}=/d.bin")
        location.versionID = try await objects.put(content, to: location, contentType: "a/b").versionID
        let head = try await objects.head(of: location)
        #expect(head.byteCount == 300_000 && head.contentType == "a/b")
        #expect(head.versionID == location.versionID && location.versionID != nil)
        #expect(head.checksums.values[.sha256] == Checksum.sha256(content))
        #expect(try await objects.get(location).bytes == content)
        let attributes = try await objects.attributes(of: location)
        #expect(attributes.byteCount == 300_000 && attributes.checksums.values[.sha256] != nil)
        location.versionID = nil
        try await objects.delete(location)
        let error = await #expect(throws: AWSError.self) { try await objects.head(of: location) }
        #expect(error?.code == .noSuchKey)
    }

    @Test func `A presigned PUT takes one size and one type`() async throws {
        let objects = try await bucket()
        let location = S3Location(bucket: name, key: "upload 1.pdf")
        let content = Array("%PDF-1.7".utf8)
        let terms = S3Client.UploadTerms(
            byteCount: content.count, contentType: "application/pdf", sha256: Checksum.sha256(content), isNew: true)
        let presigned = try objects.presignPut(to: location, terms, for: .seconds(60))
        #expect(try await upload(presigned, content + [0]).status == 403)
        var mistyped = presigned
        mistyped.headers["content-type"] = "text/html"
        #expect(try await upload(mistyped, content).status == 403)
        #expect(try await upload(presigned, content).status == 200)
        #expect(try await upload(presigned, content).status == 412)
        let download = try objects.presignGet(location, for: .seconds(60), contentDisposition: "attachment")
        #expect(try await upload(download, []).body == content)
    }

    @Test func `An upload in parts is completed once`() async throws {
        let objects = try await bucket()
        let location = S3Location(bucket: name, key: "parts")
        let id = try await objects.createMultipartUpload(to: location, contentType: "a/b", checksum: .sha256)
        let contents = [[UInt8](repeating: 1, count: 5 << 20), [2, 3]]
        var parts: [S3Client.Part] = []
        for (index, content) in contents.enumerated() {
            let presigned = try objects.presignPart(
                index + 1, of: id, at: location, byteCount: content.count, for: .seconds(60))
            let response = try await upload(presigned, content)
            let etag = S3Response.unquoted(try #require(response.headers["etag"]))
            parts.append(.init(number: index + 1, etag: etag, checksum: Checksum.sha256(content)))
        }
        _ = try await objects.completeMultipartUpload(id, at: location, parts: parts, checksum: .sha256)
        #expect(try await objects.head(of: location).byteCount == (5 << 20) + 2)
        try await objects.abortMultipartUpload(id, at: location)
    }

    @Test func `Items are written under conditions and read in pages`() async throws {
        try await makeTable()
        let table = DynamoDBClient(client)
        let isNew: DynamoDBExpression = "attribute_not_exists(pk)"
        try await table.put(["pk": "f", "sk": "1", "rank": 2, "raw": .binary([0, 255])], into: name, if: isNew)
        let taken = await #expect(throws: AWSError.self) {
            try await table.put(["pk": "f", "sk": "1"], into: name, if: isNew)
        }
        #expect(taken?.code == .conditionFailed && taken?.existingItem?["rank"] == 2)
        let key: DynamoDBItem = ["pk": "f", "sk": "1"]
        let isLess = DynamoDBExpression("#r < :r", names: ["#r": "rank"], values: [":r": 4])
        let setRank = DynamoDBExpression("SET #r = :r", names: ["#r": "rank"], values: [":r": 4])
        #expect(try await table.update(key, in: name, setRank, if: isLess, returning: .new)["rank"] == 4)
        let refused = await #expect(throws: AWSError.self) {
            try await table.transact([
                .put(["pk": "f", "sk": "2"], into: name), .update(key, in: name, setRank, if: isLess),
            ])
        }
        #expect(refused?.code == .transactionCancelled)
        #expect(refused?.cancellationReasons.map(\.code) == ["None", "ConditionalCheckFailed"])
        try await table.transact([
            .put(["pk": "f", "sk": "2"], into: name), .put(["pk": "f", "sk": "3"], into: name),
        ])
        var query = DynamoDBQuery(name, where: DynamoDBExpression("pk = :p", values: [":p": "f"]))
        query.isAscending = false
        query.limit = 2
        let first = try await table.query(query)
        let next: DynamoDBItem = try #require(first.next)
        query.start = next
        let second = try await table.query(query)
        #expect((first.items + second.items).map { $0["sk"]?.string } == ["3", "2", "1"])
        #expect(try await table.get(key, from: name)?["raw"] == .binary([0, 255]))
        try await table.delete(key, from: name)
        #expect(try await table.get(key, from: name) == nil)
        #expect(try await table.scan(DynamoDBQuery(name)).items.count == 2)
    }

    private func makeTable() async throws {
        struct Input: Encodable {
            var TableName: String
            var BillingMode = "PAY_PER_REQUEST"
            var KeySchema = [
                ["AttributeName": "pk", "KeyType": "HASH"], ["AttributeName": "sk", "KeyType": "RANGE"],
            ]
            var AttributeDefinitions = [
                ["AttributeName": "pk", "AttributeType": "S"], ["AttributeName": "sk", "AttributeType": "S"],
            ]
        }
        _ = try await client.call(
            "CreateTable", of: .dynamoDB, Input(TableName: name), answer: EmptyAnswer.self)
    }

    @Test func `Messages go through a queue`() async throws {
        struct Answer: Decodable {
            var QueueUrl: String
        }
        let queue = try await client.call("CreateQueue", of: .queues, ["QueueName": name], answer: Answer.self).QueueUrl
        let queues = SQSClient(client)
        let id = try await queues.send("a \u{E9} {\"b\":1}", to: queue)
        let messages = try await queues.receive(from: queue, wait: .seconds(5))
        #expect(messages.map(\.id) == [id])
        let message = try #require(messages.first)
        #expect(message.body == "a \u{E9} {\"b\":1}")
        try await queues.delete(message, from: queue)
        #expect(try await queues.receive(from: queue).isEmpty)
    }

    @Test func `A workflow is started by name once`() async throws {
        struct Answer: Decodable {
            var stateMachineArn: String
        }
        let definition = #"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#
        let input = ["name": name, "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/any"]
        let machine = try await client.call(
            "CreateStateMachine", of: .stepFunctions, input, answer: Answer.self)
        let workflows = StepFunctionsClient(client)
        let execution = try await workflows.startExecution(
            of: machine.stateMachineArn, name: "v1-a", input: #"{"n":1}"#.utf8)
        #expect(execution.arn.hasSuffix("v1-a"))
        let error = await #expect(throws: AWSError.self) {
            try await workflows.startExecution(of: machine.stateMachineArn, name: "v1-a", input: #"{"n":2}"#.utf8)
        }
        #expect(error?.code == .executionAlreadyExists)
    }
}
