internal import AWSTransport
internal import Pipeline

extension ItemKey {
    var item: DynamoDBItem {
        [Attribute.partition.rawValue: .string(partition), Attribute.sort.rawValue: .string(sort)]
    }

    init?(_ item: DynamoDBItem) {
        guard let partition = item[Attribute.partition.rawValue]?.string,
            let sort = item[Attribute.sort.rawValue]?.string
        else { return nil }
        self.init(partition: partition, sort: sort)
    }
}

extension ItemAttributes {
    /// The attributes of an item without its key; those of types that the pipeline does not use are left out.
    init(_ item: DynamoDBItem) {
        self = item.reduce(into: [:]) { attributes, member in
            let name = Attribute(rawValue: member.key)
            guard name != .partition, name != .sort else { return }
            attributes[name] =
                member.value.string.map(ItemValue.string) ?? member.value.integer.map(ItemValue.number)
        }
    }
}

extension ItemValue {
    var attribute: AttributeValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let value): .number(value)
        }
    }
}

// A placeholder may stand in one of a call's expressions alone, so each is given its own.

extension WriteExpression {
    var updating: DynamoDBExpression { part(update) }

    var conditional: DynamoDBExpression { part(condition) }

    private func part(_ text: String) -> DynamoDBExpression {
        DynamoDBExpression(text, names: names, values: values.mapValues(\.attribute))
    }
}

extension ItemWrite {
    func transacted(in table: String) -> DynamoDBWrite {
        let expression = expression
        return .update(key.item, in: table, expression.updating, if: expression.conditional)
    }
}
