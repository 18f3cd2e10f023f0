import FoundationEssentials
import Testing

@testable import AWSTransport

struct DynamoDBTests {
    private func body(_ transport: StubTransport) throws -> String {
        let request = try #require(transport.requests.first)
        let object = try JSONDecoder().decode(JSONText.self, from: Data(request.body))
        return object.text
    }

    @Test func `Every type of value is written and read`() throws {
        let item: DynamoDBItem = [
            "s": "text", "n": -12, "d": .number("1.5E-130"), "b": .binary([0, 255]), "yes": true, "no": .null,
            "l": ["a", 1, []], "m": ["x": ["y": "z"]], "ss": .stringSet(["b", "a"]), "ns": .numberSet(["1", "2"]),
            "bs": .binarySet([[1], [2]]),
        ]
        let json = try JSONEncoder().encode(item)
        #expect(try JSONDecoder().decode(DynamoDBItem.self, from: json) == item)
        #expect(String(decoding: json, as: UTF8.self).contains(#""b":{"B":"AP8="}"#))
    }

    @Test(arguments: ["{}", #"{"S":"a","N":"1"}"#, #"{"X":"a"}"#, #"{"N":1}"#])
    func `What is no value is refused`(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(AttributeValue.self, from: Data(json.utf8))
        }
    }

    @Test func `A put says its condition and asks for what is there`() async throws {
        let transport = StubTransport(.json("{}"))
        let condition = DynamoDBExpression("#r < :r", names: ["#r": "rank"], values: [":r": 2])
        try await DynamoDBClient(transport.client()).put(["pk": "a"], into: "files", if: condition)
        #expect(
            try body(transport)
                == ##"{"ConditionExpression":"#r < :r","ExpressionAttributeNames":{"#r":"rank"},"##
                + ##""ExpressionAttributeValues":{":r":{"N":"2"}},"Item":{"pk":{"S":"a"}},"##
                + ##""ReturnValuesOnConditionCheckFailure":"ALL_OLD","TableName":"files"}"##)
        let request = try #require(transport.requests.first)
        #expect(request.headers["x-amz-target"] == "DynamoDB_20120810.PutItem")
        #expect(request.url == "https://dynamodb.eu-west-1.amazonaws.com/")
    }

    @Test func `An update joins the placeholders of its expressions`() async throws {
        let transport = StubTransport(.json(#"{"Attributes":{"n":{"N":"3"}}}"#))
        let item = try await DynamoDBClient(transport.client()).update(
            ["pk": "a"], in: "t", DynamoDBExpression("SET n = :n", values: [":n": 3]),
            if: DynamoDBExpression("n < :n AND #o = :o", names: ["#o": "o"], values: [":n": 3, ":o": "x"]),
            returning: .new)
        #expect(item == ["n": 3])
        #expect(
            try body(transport)
                == ##"{"ConditionExpression":"n < :n AND #o = :o","ExpressionAttributeNames":{"#o":"o"},"##
                + ##""ExpressionAttributeValues":{":n":{"N":"3"},":o":{"S":"x"}},"Key":{"pk":{"S":"a"}},"##
                + ##""ReturnValues":"ALL_NEW","ReturnValuesOnConditionCheckFailure":"ALL_OLD","##
                + ##""TableName":"t","UpdateExpression":"SET n = :n"}"##)
    }

    @Test func `A false condition tells what is there`() async {
        let transport = StubTransport(
            .json(
                #"{"__type":"x#ConditionalCheckFailedException","Message":"no","Item":{"rank":{"N":"4"}}}"#, status: 400
            ))
        let error = await #expect(throws: AWSError.self) {
            try await DynamoDBClient(transport.client()).put([:], into: "t", if: "attribute_not_exists(pk)")
        }
        #expect(error?.code == .conditionFailed)
        #expect(error?.existingItem == ["rank": 4])
    }

    @Test func `An answer that changed on its way is asked for again`() async throws {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        let body = #"{"Item":{"n":{"N":"1"}}}"#
        let sum: HTTPFields = ["x-amz-crc32": String(CRC32.checksum(Array(body.utf8)))]
        let changed = #"{"Item":{"n":{"N":"3"}}}"#
        let transport = StubTransport(.json(changed, headers: sum), .json(body, headers: sum))
        #expect(try await DynamoDBClient(transport.client()).get(["pk": "a"], from: "t") == ["n": 1])
    }

    @Test func `A cancelled transaction gives the reason of each write`() async {
        let reasons = #"[{"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"no","Item":{"a":{"BOOL":true}}}]"#
        let transport = StubTransport(
            .json(#"{"__type":"x#TransactionCanceledException","CancellationReasons":\#(reasons)}"#, status: 400))
        let error = await #expect(throws: AWSError.self) {
            try await DynamoDBClient(transport.client()).transact([
                .put([:], into: "t"), .check(["pk": "a"], in: "t", "attribute_exists(pk)"),
            ])
        }
        #expect(error?.code == .transactionCancelled)
        #expect(error?.cancellationReasons.map(\.code) == ["None", "ConditionalCheckFailed"])
        #expect(error?.cancellationReasons.last?.existingItem == ["a": true])
        #expect(transport.requests.count == 1)
    }

    @Test func `A transaction names the kind of each write`() async throws {
        let transport = StubTransport(.json("{}"))
        try await DynamoDBClient(transport.client()).transact(
            [.delete(["pk": "a"], from: "t"), .update(["pk": "b"], in: "t", "REMOVE x")], token: "once")
        #expect(
            try body(transport)
                == #"{"ClientRequestToken":"once","TransactItems":[{"Delete":{"Key":{"pk":{"S":"a"}},"TableName":"t"}},"#
                + #"{"Update":{"Key":{"pk":{"S":"b"}},"TableName":"t","UpdateExpression":"REMOVE x"}}]}"#)
    }

    @Test func `A page tells where the next begins`() async throws {
        let transport = StubTransport(
            .json(#"{"Items":[{"pk":{"S":"a"}}],"LastEvaluatedKey":{"pk":{"S":"a"}}}"#), .json(#"{"Items":[]}"#))
        let client = DynamoDBClient(transport.client())
        var query = DynamoDBQuery("t", index: "GSI1", where: DynamoDBExpression("p = :p", values: [":p": "1"]))
        query.isAscending = false
        query.limit = 1
        let first = try await client.query(query)
        query.start = first.next
        let second = try await client.query(query)
        #expect(first.items == [["pk": "a"]])
        #expect(second.next == nil)
        #expect(
            try body(transport)
                == #"{"ConsistentRead":false,"ExpressionAttributeValues":{":p":{"S":"1"}},"IndexName":"GSI1","#
                + #""KeyConditionExpression":"p = :p","Limit":1,"ScanIndexForward":false,"TableName":"t"}"#)
    }
}

/// Any JSON, read and written with its members sorted.
private struct JSONText: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let members = try? container.decode([String: JSONText].self) {
            let parts = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.text)" }
            text = "{" + parts.joined(separator: ",") + "}"
        } else if let elements = try? container.decode([JSONText].self) {
            text = "[" + elements.map(\.text).joined(separator: ",") + "]"
        } else if let string = try? container.decode(String.self) {
            text = "\"\(string)\""
        } else if let flag = try? container.decode(Bool.self) {
            text = flag ? "true" : "false"
        } else {
            text = String(try container.decode(Int.self))
        }
    }
}
