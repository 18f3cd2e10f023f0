/// Reads and writes items of DynamoDB tables.
///
/// A write that is tried again after its answer was lost may find its own condition false: a caller that must know
/// whether it was itself puts an id of its own into the item and asks for the existing one.
///
/// ```swift
/// let table = DynamoDBClient(client)
/// try await table.put(["pk": "file-1", "rank": 0], into: "files", if: "attribute_not_exists(pk)")
/// ```
public struct DynamoDBClient: Sendable {
    private let client: AWSClient

    /// Makes a client.
    ///
    /// - Parameter client: What signs and sends.
    public init(_ client: AWSClient) {
        self.client = client
    }

    func call<Output: Decodable & SendableMetatype>(
        _ operation: String, _ input: some Encodable, answer output: Output.Type = Output.self
    ) async throws(AWSError) -> Output {
        try await client.call(operation, of: .dynamoDB, input, answer: output)
    }
}

// MARK: - Writing

extension DynamoDBClient {
    /// What an update answers.
    public enum ReturnedItem: String, Sendable, Encodable {
        /// Nothing.
        case none = "NONE"
        /// The whole item after the update.
        case new = "ALL_NEW"
        /// The whole item before the update.
        case old = "ALL_OLD"
    }

    /// Writes a whole item over what is there.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - table: The table's name.
    ///   - condition: What must be true of the item that is there.
    /// - Throws: ``AWSError``, with code `conditionFailed` and the existing item when the condition is false.
    public func put(
        _ item: DynamoDBItem, into table: String, if condition: DynamoDBExpression? = nil
    ) async throws(AWSError) {
        let write = DynamoDBWrite.put(item, into: table, if: condition)
        _ = try await call("PutItem", write.input, answer: EmptyAnswer.self)
    }

    /// Changes attributes of an item, which is made if it is missing.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - update: What to change: `SET #a = :a REMOVE #b`.
    ///   - condition: What must be true of the item before.
    ///   - returning: What to answer.
    /// - Returns: The item as asked for; empty when nothing was asked for or there was none.
    /// - Throws: ``AWSError``, with code `conditionFailed` and the existing item when the condition is false.
    @discardableResult
    public func update(
        _ key: DynamoDBItem, in table: String, _ update: DynamoDBExpression, if condition: DynamoDBExpression? = nil,
        returning: ReturnedItem = .none
    ) async throws(AWSError) -> DynamoDBItem {
        var input = DynamoDBWrite.update(key, in: table, update, if: condition).input
        input.ReturnValues = returning
        return try await call("UpdateItem", input, answer: UpdateAnswer.self).Attributes ?? [:]
    }

    /// Removes an item; one that is missing is removed already.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - condition: What must be true of the item.
    /// - Throws: ``AWSError``, with code `conditionFailed` and the existing item when the condition is false.
    public func delete(
        _ key: DynamoDBItem, from table: String, if condition: DynamoDBExpression? = nil
    ) async throws(AWSError) {
        let write = DynamoDBWrite.delete(key, from: table, if: condition)
        _ = try await call("DeleteItem", write.input, answer: EmptyAnswer.self)
    }

    /// Makes several writes, all or none.
    ///
    /// - Parameters:
    ///   - writes: 1 to 100 writes to different items.
    ///   - token: Makes repetitions harmless for ten minutes: 1 to 36 characters.
    /// - Throws: ``AWSError``, with code `transactionCancelled` and a reason for each write when one was refused.
    public func transact(_ writes: [DynamoDBWrite], token: String? = nil) async throws(AWSError) {
        struct Input: Encodable {
            var TransactItems: [[String: DynamoDBWrite.Input]]
            var ClientRequestToken: String?
        }
        let items = writes.map { [$0.kind.rawValue: $0.input] }
        _ = try await call(
            "TransactWriteItems", Input(TransactItems: items, ClientRequestToken: token), answer: EmptyAnswer.self)
    }

    private struct UpdateAnswer: Decodable {
        var Attributes: DynamoDBItem?
    }
}

// MARK: - Reading

extension DynamoDBClient {
    /// Reads one item.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - isConsistent: Whether every write before is seen; costs twice as much.
    /// - Returns: The item; nil when there is none.
    /// - Throws: ``AWSError`` when it cannot be read.
    public func get(
        _ key: DynamoDBItem, from table: String, isConsistent: Bool = true
    ) async throws(AWSError) -> DynamoDBItem? {
        struct Input: Encodable {
            var TableName: String
            var Key: DynamoDBItem
            var ConsistentRead: Bool
        }
        struct Answer: Decodable {
            var Item: DynamoDBItem?
        }
        let input = Input(TableName: table, Key: key, ConsistentRead: isConsistent)
        return try await call("GetItem", input, answer: Answer.self).Item
    }

    /// Reads one page of the items that share a partition key.
    ///
    /// - Parameter query: Which items.
    /// - Returns: The items in order, and where the next page begins.
    /// - Throws: ``AWSError`` when they cannot be read.
    public func query(_ query: DynamoDBQuery) async throws(AWSError) -> DynamoDBPage {
        try await call("Query", query.input, answer: DynamoDBPage.self)
    }

    /// Reads one page of a whole table or index.
    ///
    /// - Parameter scan: Which items; the key condition and the order are not looked at.
    /// - Returns: The items, and where the next page begins.
    /// - Throws: ``AWSError`` when they cannot be read.
    public func scan(_ scan: DynamoDBQuery) async throws(AWSError) -> DynamoDBPage {
        var input = scan.input
        input.KeyConditionExpression = nil
        input.ScanIndexForward = nil
        return try await call("Scan", input, answer: DynamoDBPage.self)
    }
}
