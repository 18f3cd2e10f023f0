/// Sends, receives and deletes messages of queues.
public struct SQSClient: Sendable {
    private let client: AWSClient

    /// Makes a client.
    ///
    /// - Parameter client: What signs and sends.
    public init(_ client: AWSClient) {
        self.client = client
    }

    /// Sends a message.
    ///
    /// - Parameters:
    ///   - body: The text; 1 byte to 1 MiB of UTF-8.
    ///   - queueURL: The queue.
    ///   - delay: How long it stays hidden first: whole seconds, 15 minutes at most.
    /// - Returns: The message's id.
    /// - Throws: ``AWSError`` when it was not taken.
    @discardableResult
    public func send(_ body: String, to queueURL: String, delay: Duration? = nil) async throws(AWSError) -> String {
        struct Input: Encodable {
            var QueueUrl: String
            var MessageBody: String
            var DelaySeconds: Int?
        }
        struct Answer: Decodable {
            var MessageId: String
        }
        let input = Input(QueueUrl: queueURL, MessageBody: body, DelaySeconds: delay.map(\.wholeSeconds))
        return try await client.call("SendMessage", of: .queues, input, answer: Answer.self).MessageId
    }

    /// Receives messages; each is hidden from others for a while.
    ///
    /// - Parameters:
    ///   - queueURL: The queue.
    ///   - limit: The most messages: 1 to 10.
    ///   - wait: How long to wait for the first: whole seconds, 20 at most, less than the time that a try may take.
    ///   - visibility: How long they stay hidden; nil is what the queue says.
    /// - Returns: The messages; none when none came.
    /// - Throws: ``AWSError`` when the queue cannot be read.
    public func receive(
        from queueURL: String, limit: Int = 10, wait: Duration = .zero, visibility: Duration? = nil
    ) async throws(AWSError) -> [SQSMessage] {
        struct Input: Encodable {
            var QueueUrl: String
            var MaxNumberOfMessages: Int
            var WaitTimeSeconds: Int
            var VisibilityTimeout: Int?
            var MessageSystemAttributeNames: [String]
        }
        struct Answer: Decodable {
            var Messages: [SQSMessage]?
        }
        let input = Input(
            QueueUrl: queueURL, MaxNumberOfMessages: limit, WaitTimeSeconds: wait.wholeSeconds,
            VisibilityTimeout: visibility.map(\.wholeSeconds), MessageSystemAttributeNames: ["ApproximateReceiveCount"])
        return try await client.call("ReceiveMessage", of: .queues, input, answer: Answer.self).Messages ?? []
    }

    /// Deletes a message that was received.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - queueURL: The queue.
    /// - Throws: ``AWSError`` when it could not be deleted.
    public func delete(_ message: SQSMessage, from queueURL: String) async throws(AWSError) {
        struct Input: Encodable {
            var QueueUrl: String
            var ReceiptHandle: String
        }
        let input = Input(QueueUrl: queueURL, ReceiptHandle: message.receiptHandle)
        _ = try await client.call("DeleteMessage", of: .queues, input, answer: EmptyAnswer.self)
    }
}

/// A message as it was received.
public struct SQSMessage: Hashable, Sendable, Decodable {
    /// Its id, the same at every reception.
    public var id: String
    /// What deletes it, another at every reception.
    public var receiptHandle: String
    /// The text.
    public var body: String
    /// What the queue says of it, such as `ApproximateReceiveCount`.
    public var attributes: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case id = "MessageId"
        case receiptHandle = "ReceiptHandle"
        case body = "Body"
        case attributes = "Attributes"
    }
}

extension Duration {
    fileprivate var wholeSeconds: Int { Int(components.seconds) }
}
