/// A condition, an update, a key condition or a filter, with the names and values that stand in it.
///
/// ```swift
/// let isNewer = DynamoDBExpression(
///     "attribute_not_exists(#r) OR #r < :rank", names: ["#r": "rank"], values: [":rank": 2])
/// ```
///
/// The expressions of one request share their names and values: equal placeholders must mean the same.
public struct DynamoDBExpression: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The text.
    public var text: String
    /// What `#` placeholders stand for.
    public var names: [String: String]
    /// What `:` placeholders stand for.
    public var values: DynamoDBItem

    /// Makes an expression.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - names: What `#` placeholders stand for.
    ///   - values: What `:` placeholders stand for.
    public init(_ text: String, names: [String: String] = [:], values: DynamoDBItem = [:]) {
        self.text = text
        self.names = names
        self.values = values
    }

    /// Makes an expression without placeholders.
    ///
    /// - Parameter value: The text.
    public init(stringLiteral value: String) { self.init(value) }
}

/// The names and values of several expressions; nil where there are none, since empty ones are refused.
struct Placeholders {
    var names: [String: String]?
    var values: DynamoDBItem?

    init(_ expressions: DynamoDBExpression?...) {
        let names = expressions.compactMap { $0?.names }.reduce(into: [:]) { $0.merge($1) { $1 } }
        let values = expressions.compactMap { $0?.values }.reduce(into: [:]) { $0.merge($1) { $1 } }
        self.names = names.isEmpty ? nil : names
        self.values = values.isEmpty ? nil : values
    }
}
