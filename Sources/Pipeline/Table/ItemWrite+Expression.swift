/// A write in DynamoDB's language: every name and value by a placeholder, so that no reserved word matters.
package struct WriteExpression: Hashable, Sendable {
    package var condition: String
    package var update: String
    package var names: [String: String]
    package var values: [String: ItemValue]
}

extension ItemWrite {
    /// The write as `UpdateItem` and `TransactWriteItems` take it.
    ///
    /// Placeholders follow the attributes' names: `#rank`, `:rank` for a value that is set, `:ifRank` for one that is
    /// compared with (and a number behind it when there are several).
    package var expression: WriteExpression {
        var writer = ExpressionWriter()
        let update = writer.update(set: set, remove: remove)
        let condition = writer.condition(condition)
        return WriteExpression(condition: condition, update: update, names: writer.names, values: writer.values)
    }
}

private struct ExpressionWriter {
    private(set) var names: [String: String] = [:]
    private(set) var values: [String: ItemValue] = [:]

    mutating func update(set: ItemAttributes, remove: Set<Attribute>) -> String {
        let assignments = set.sorted { $0.key.rawValue < $1.key.rawValue }.map { name, value in
            "\(placeholder(name)) = \(placeholder(value, ":\(name.rawValue)"))"
        }
        let removals = remove.map { placeholder($0) }.sorted()
        return [("SET", assignments), ("REMOVE", removals)].filter { !$0.1.isEmpty }
            .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: " ")
    }

    mutating func condition(_ condition: Guard) -> String {
        switch condition {
        case .absent(let name): "attribute_not_exists(\(placeholder(name)))"
        case .present(let name): "attribute_exists(\(placeholder(name)))"
        case .equal(let name, let value): "\(placeholder(name)) = \(compared(name, value))"
        case .below(let name, let value): "\(placeholder(name)) < \(compared(name, value))"
        case .all(let parts): joined(parts, " AND ")
        case .any(let parts): joined(parts, " OR ")
        }
    }

    private mutating func joined(_ parts: [Guard], _ word: String) -> String {
        var texts: [String] = []
        for part in parts { texts.append(condition(part)) }
        return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: word)))"
    }

    private mutating func placeholder(_ name: Attribute) -> String {
        names["#\(name.rawValue)"] = name.rawValue
        return "#\(name.rawValue)"
    }

    private mutating func compared(_ name: Attribute, _ value: ItemValue) -> String {
        let stem = ":if\(name.rawValue.prefix(1).uppercased())\(name.rawValue.dropFirst())"
        return placeholder(value, stem)
    }

    private mutating func placeholder(_ value: ItemValue, _ stem: String) -> String {
        var name = stem
        var number = 2
        while let taken = values[name], taken != value {
            name = "\(stem)\(number)"
            number += 1
        }
        values[name] = value
        return name
    }
}
