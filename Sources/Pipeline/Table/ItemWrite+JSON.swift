extension ItemWrite {
    /// The write as the parameters of DynamoDB's `UpdateItem`, but for the table's name.
    package var json: JSONValue {
        let expression = expression
        return .object(of: [
            "Key": .object([
                Attribute.partition.rawValue: ItemValue.string(key.partition).json,
                Attribute.sort.rawValue: ItemValue.string(key.sort).json,
            ]),
            "ConditionExpression": .string(expression.condition),
            "UpdateExpression": .string(expression.update),
            "ExpressionAttributeNames": .object(expression.names.mapValues(JSONValue.string)),
            "ExpressionAttributeValues": .object(expression.values.mapValues(\.json)),
        ])
    }
}

extension ItemValue {
    /// `{"S": "text"}`, `{"N": "1"}`.
    package var json: JSONValue {
        switch self {
        case .string(let text): .object(["S": .string(text)])
        case .number(let value): .object(["N": .string(String(value))])
        }
    }
}
