/// Which items of a table or an index to read, and how.
public struct DynamoDBQuery: Hashable, Sendable {
    /// The table's name.
    public var table: String
    /// The index's name; nil is the table itself.
    public var index: String?
    /// The partition, and a range of sort keys: `projectId = :p AND begins_with(createdAt, :day)`.
    public var keyCondition: DynamoDBExpression
    /// Drops items after they were read and paid for.
    public var filter: DynamoDBExpression?
    /// The attributes to read; nil is all.
    public var projection: DynamoDBExpression?
    /// Whether sort keys go up.
    public var isAscending = true
    /// The most items that are looked at for this page.
    public var limit: Int?
    /// Where the page begins: ``DynamoDBPage/next`` of the one before.
    public var start: DynamoDBItem?
    /// Whether every write before is seen; not for global indexes.
    public var isConsistent = false

    /// Makes a query.
    ///
    /// - Parameters:
    ///   - table: The table's name.
    ///   - index: The index's name; nil is the table itself.
    ///   - keyCondition: The partition, and a range of sort keys. Empty for a scan.
    public init(_ table: String, index: String? = nil, where keyCondition: DynamoDBExpression = "") {
        self.table = table
        self.index = index
        self.keyCondition = keyCondition
    }

    /// The members are named as DynamoDB names them.
    struct Input: Encodable {
        var TableName: String
        var IndexName: String?
        var KeyConditionExpression: String?
        var FilterExpression: String?
        var ProjectionExpression: String?
        var ExpressionAttributeNames: [String: String]?
        var ExpressionAttributeValues: DynamoDBItem?
        var ScanIndexForward: Bool?
        var Limit: Int?
        var ExclusiveStartKey: DynamoDBItem?
        var ConsistentRead: Bool
    }

    var input: Input {
        let placeholders = Placeholders(keyCondition, filter, projection)
        return Input(
            TableName: table, IndexName: index, KeyConditionExpression: keyCondition.text,
            FilterExpression: filter?.text, ProjectionExpression: projection?.text,
            ExpressionAttributeNames: placeholders.names, ExpressionAttributeValues: placeholders.values,
            ScanIndexForward: isAscending, Limit: limit, ExclusiveStartKey: start, ConsistentRead: isConsistent)
    }
}

/// One page of items.
public struct DynamoDBPage: Hashable, Sendable, Decodable {
    /// The items, in order.
    public var items: [DynamoDBItem]
    /// Where the next page begins; nil after the last page.
    public var next: DynamoDBItem?

    private enum CodingKeys: String, CodingKey {
        case items = "Items"
        case next = "LastEvaluatedKey"
    }
}
