import Testing

@testable import AWSTransport

struct ServicesTests {
    @Test func `An execution is started with its name and input`() async throws {
        let transport = StubTransport(.json(#"{"executionArn":"arn:e","startDate":1.7E9}"#))
        let execution = try await StepFunctionsClient(transport.client()).startExecution(
            of: "arn:m", name: "v1-a", input: #"{"a":"\u00e9"}"#.utf8)
        #expect(execution.arn == "arn:e")
        let request = try #require(transport.requests.first)
        #expect(request.headers["x-amz-target"] == "AWSStepFunctions.StartExecution")
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""input":"{\"a\":\"\\u00e9\"}""#))
    }

    @Test func `A name that is taken is told`() async {
        let transport = StubTransport(.refusal("ExecutionAlreadyExists"))
        let error = await #expect(throws: AWSError.self) {
            try await StepFunctionsClient(transport.client()).startExecution(of: "m", name: "n", input: [])
        }
        #expect(error?.code == .executionAlreadyExists)
    }

    @Test func `Messages are sent, received and deleted`() async throws {
        let transport = StubTransport { request, _ in
            switch request.headers["x-amz-target"] {
            case "AmazonSQS.SendMessage": .json(#"{"MessageId":"1","MD5OfMessageBody":"x"}"#)
            case "AmazonSQS.ReceiveMessage":
                .json(
                    #"{"Messages":[{"MessageId":"1","ReceiptHandle":"r","Body":"b","#
                        + #""Attributes":{"ApproximateReceiveCount":"2"}}]}"#)
            case "AmazonSQS.DeleteMessage": .json("")
            default: .refusal("InvalidAction")
            }
        }
        let queues = SQSClient(transport.client())
        #expect(try await queues.send("b", to: "q", delay: .seconds(3)) == "1")
        let messages = try await queues.receive(from: "q")
        #expect(messages.map(\.body) == ["b"])
        #expect(messages[0].attributes == ["ApproximateReceiveCount": "2"])
        try await queues.delete(messages[0], from: "q")
        #expect(transport.requests.count == 3)
    }

    @Test func `An empty queue gives no messages`() async throws {
        let transport = StubTransport(.json("{}"))
        #expect(try await SQSClient(transport.client()).receive(from: "q").isEmpty)
    }

    @Test func `Endpoints are read from the environment`() throws {
        let environment = [
            "AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:4566/",
            "AWS_ENDPOINT_URL_S3": "https://[::1]:9000",
        ]
        let configuration = try AWSConfiguration(environment: environment)
        #expect(configuration.endpoint(of: "s3").url == "https://[::1]:9000")
        #expect(configuration.endpoint(of: "dynamodb").url == "http://127.0.0.1:4566")
    }

    @Test(arguments: [
        "", "127.0.0.1:80", "ftp://a", "http://", "http://a:b", "http://a/b", "http://a?b", "http://u@a",
        "http://a:99999",
    ])
    func `What is no endpoint is refused`(text: String) {
        let error = #expect(throws: AWSError.self) { try Endpoint(parsing: text) }
        #expect(error?.code == .invalidConfiguration)
    }

    @Test func `The port of the scheme is not named`() throws {
        #expect(try Endpoint(parsing: "http://a:80").authority == "a")
        #expect(try Endpoint(parsing: "https://a:443").authority == "a")
        #expect(try Endpoint(parsing: "http://a:443").authority == "a:443")
    }
}
