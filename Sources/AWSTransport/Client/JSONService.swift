internal import FoundationEssentials

/// A service that speaks AWS JSON: every call is a POST to `/` that names its operation in a header.
///
/// Specification: Smithy, "AWS JSON 1.0 protocol".
struct JSONService: Sendable {
    /// The name in signatures and in host names.
    let name: String
    /// What stands before the operation in `x-amz-target`.
    let targetPrefix: String

    static let dynamoDB = Self(name: "dynamodb", targetPrefix: "DynamoDB_20120810")
    static let stepFunctions = Self(name: "states", targetPrefix: "AWSStepFunctions")
    static let queues = Self(name: "sqs", targetPrefix: "AmazonSQS")
}

/// The answer of a call that answers nothing that we read.
struct EmptyAnswer: Decodable {}

extension AWSClient {
    /// Calls an operation.
    ///
    /// - Parameters:
    ///   - operation: Its name.
    ///   - service: Of which service.
    ///   - input: Written as JSON.
    ///   - output: Read from JSON.
    /// - Returns: The answer.
    /// - Throws: ``AWSError`` with the service's own code.
    func call<Output: Decodable & SendableMetatype>(
        _ operation: String, of service: JSONService, _ input: some Encodable, answer output: Output.Type = Output.self
    ) async throws(AWSError) -> Output {
        let request = HTTPRequest(
            "POST", configuration.endpoint(of: service.name),
            headers: [
                "content-type": "application/x-amz-json-1.0",
                "x-amz-target": "\(service.targetPrefix).\(operation)",
            ],
            body: try Self.encode(input))
        return try await send(
            ServiceCall(service: service.name, request: request, failure: JSONFailure.error) {
                response throws(AWSError) in
                try Self.check(response)
                return try Self.decode(output, from: response.body)
            })
    }

    /// Refuses content that changed on its way, where the service lets it be checked.
    private static func check(_ response: HTTPResponse) throws(AWSError) {
        guard let sum = response.headers["x-amz-crc32"].flatMap({ UInt32($0) }) else { return }
        guard CRC32.checksum(response.body) == sum else {
            throw AWSError(.malformedResponse, "the answer is not what was sent: its checksum differs")
        }
    }

    private static func encode(_ input: some Encodable) throws(AWSError) -> [UInt8] {
        do { return Array(try JSONEncoder().encode(input)) } catch {
            throw AWSError("ValidationException", "the input is no JSON: \(error)")
        }
    }

    private static func decode<Output: Decodable>(
        _ output: Output.Type, from body: [UInt8]
    ) throws(AWSError) -> Output {
        do { return try JSONDecoder().decode(output, from: body.isEmpty ? Data("{}".utf8) : Data(body)) } catch {
            throw AWSError(.malformedResponse, "the answer is not what is documented: \(error)")
        }
    }
}

/// How these services say what went wrong.
private struct JSONFailure: Decodable {
    var __type: String?
    var message: String?
    var Message: String?
    var Item: DynamoDBItem?
    var CancellationReasons: [Reason]?

    struct Reason: Decodable {
        var Code: String?
        var Message: String?
        var Item: DynamoDBItem?
    }

    @Sendable static func error(_ response: HTTPResponse) -> AWSError {
        let failure = try? JSONDecoder().decode(Self.self, from: Data(response.body))
        let name = failure?.__type ?? response.headers["x-amzn-errortype"] ?? "HTTP\(response.status)"
        var error = AWSError(
            AWSError.Code(rawValue: code(name)), failure?.message ?? failure?.Message ?? "",
            status: response.status, requestID: response.headers["x-amzn-requestid"])
        error.existingItem = failure?.Item
        error.cancellationReasons = (failure?.CancellationReasons ?? []).map {
            AWSError.CancellationReason(code: $0.Code ?? "None", message: $0.Message, existingItem: $0.Item)
        }
        return error
    }

    /// The name without its name space and what follows a colon.
    private static func code(_ name: String) -> String {
        let name = name.split(separator: "#").last ?? ""
        return String(name.prefix { $0 != ":" })
    }
}
