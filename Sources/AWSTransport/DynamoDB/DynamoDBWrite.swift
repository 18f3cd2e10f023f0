/// One write, alone or in a transaction.
public struct DynamoDBWrite: Sendable {
    enum Kind: String, Sendable {
        case put = "Put"
        case update = "Update"
        case delete = "Delete"
        case check = "ConditionCheck"
    }

    /// The members are named as DynamoDB names them.
    struct Input: Encodable, Sendable {
        var TableName: String
        var Item: DynamoDBItem?
        var Key: DynamoDBItem?
        var UpdateExpression: String?
        var ConditionExpression: String?
        var ExpressionAttributeNames: [String: String]?
        var ExpressionAttributeValues: DynamoDBItem?
        var ReturnValues: DynamoDBClient.ReturnedItem?
        var ReturnValuesOnConditionCheckFailure: String?
    }

    let kind: Kind
    let input: Input

    private init(
        _ kind: Kind, _ table: String, item: DynamoDBItem? = nil, key: DynamoDBItem? = nil,
        update: DynamoDBExpression? = nil, condition: DynamoDBExpression?
    ) {
        self.kind = kind
        let placeholders = Placeholders(update, condition)
        input = Input(
            TableName: table, Item: item, Key: key, UpdateExpression: update?.text,
            ConditionExpression: condition?.text, ExpressionAttributeNames: placeholders.names,
            ExpressionAttributeValues: placeholders.values,
            ReturnValuesOnConditionCheckFailure: condition == nil ? nil : "ALL_OLD")
    }

    /// Writes a whole item over what is there.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - table: The table's name.
    ///   - condition: What must be true of the item that is there.
    /// - Returns: The write.
    public static func put(_ item: DynamoDBItem, into table: String, if condition: DynamoDBExpression? = nil) -> Self {
        Self(.put, table, item: item, condition: condition)
    }

    /// Changes attributes of an item, which is made if it is missing.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - update: What to change.
    ///   - condition: What must be true of the item before.
    /// - Returns: The write.
    public static func update(
        _ key: DynamoDBItem, in table: String, _ update: DynamoDBExpression, if condition: DynamoDBExpression? = nil
    ) -> Self {
        Self(.update, table, key: key, update: update, condition: condition)
    }

    /// Removes an item.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - condition: What must be true of the item.
    /// - Returns: The write.
    public static func delete(
        _ key: DynamoDBItem, from table: String, if condition: DynamoDBExpression? = nil
    ) -> Self {
        Self(.delete, table, key: key, condition: condition)
    }

    /// Writes nothing, but lets the transaction fail unless a condition is true. For transactions alone.
    ///
    /// - Parameters:
    ///   - key: The item's key.
    ///   - table: The table's name.
    ///   - condition: What must be true of the item.
    /// - Returns: The check.
    public static func check(_ key: DynamoDBItem, in table: String, _ condition: DynamoDBExpression) -> Self {
        Self(.check, table, key: key, condition: condition)
    }
}
