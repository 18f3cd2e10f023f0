internal import FoundationEssentials

/// A value of an item, with the type that DynamoDB gives it.
///
/// ```swift
/// let item: DynamoDBItem = ["pk": "file-1", "rank": 2, "tags": ["a", "b"], "isReady": true]
/// ```
public enum AttributeValue: Hashable, Sendable {
    /// `S`.
    case string(String)
    /// `N`: at most 38 digits, as text, so that nothing is rounded.
    case number(String)
    /// `B`.
    case binary([UInt8])
    /// `BOOL`.
    case boolean(Bool)
    /// `NULL`.
    case null
    /// `L`.
    case list([AttributeValue])
    /// `M`.
    case map([String: AttributeValue])
    /// `SS`; never empty.
    case stringSet(Set<String>)
    /// `NS`; never empty.
    case numberSet(Set<String>)
    /// `BS`; never empty.
    case binarySet(Set<[UInt8]>)
}

/// The attributes of an item, or those of its key.
public typealias DynamoDBItem = [String: AttributeValue]

// MARK: - Reading and making

extension AttributeValue {
    /// A whole number.
    ///
    /// - Parameter value: The number.
    /// - Returns: An `N`.
    public static func number(_ value: Int) -> Self { .number(String(value)) }

    /// The text of an `S`; nil for other types.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number of an `N` that is whole and fits; nil for other types and numbers.
    public var integer: Int? {
        if case .number(let value) = self { Int(value) } else { nil }
    }

    /// The value of a `BOOL`; nil for other types.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The bytes of a `B`; nil for other types.
    public var binary: [UInt8]? {
        if case .binary(let value) = self { value } else { nil }
    }

    /// The members of an `L`; nil for other types.
    public var list: [AttributeValue]? {
        if case .list(let value) = self { value } else { nil }
    }

    /// The members of an `M`; nil for other types.
    public var map: DynamoDBItem? {
        if case .map(let value) = self { value } else { nil }
    }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// An `S`.
    ///
    /// - Parameter value: The text.
    public init(stringLiteral value: String) { self = .string(value) }

    /// An `N`.
    ///
    /// - Parameter value: The number.
    public init(integerLiteral value: Int) { self = .number(value) }

    /// A `BOOL`.
    ///
    /// - Parameter value: The value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }

    /// An `L`.
    ///
    /// - Parameter elements: Its members.
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }

    /// An `M`.
    ///
    /// - Parameter elements: Its members; the last of equal names counts.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self = .map(Dictionary(elements) { $1 })
    }
}

// MARK: - JSON

extension AttributeValue: Codable {
    /// The names of the types are the members' names.
    private enum Kind: String, CodingKey {
        case S, N, B, BOOL, NULL, L, M, SS, NS, BS
    }

    /// Reads `{"S":"text"}` and the like.
    ///
    /// - Parameter decoder: Where it is read from.
    /// - Throws: `DecodingError` when it is of no known type.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Kind.self)
        guard let kind = members.allKeys.first, members.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an attribute value has one known type"))
        }
        switch kind {
        case .S: self = .string(try members.decode(String.self, forKey: kind))
        case .N: self = .number(try members.decode(String.self, forKey: kind))
        case .B: self = .binary(Array(try members.decode(Data.self, forKey: kind)))
        case .BOOL: self = .boolean(try members.decode(Bool.self, forKey: kind))
        case .NULL: self = .null
        case .L: self = .list(try members.decode([AttributeValue].self, forKey: kind))
        case .M: self = .map(try members.decode([String: AttributeValue].self, forKey: kind))
        case .SS: self = .stringSet(try members.decode(Set<String>.self, forKey: kind))
        case .NS: self = .numberSet(try members.decode(Set<String>.self, forKey: kind))
        case .BS: self = .binarySet(Set(try members.decode([Data].self, forKey: kind).map(Array.init)))
        }
    }

    /// Writes `{"S":"text"}` and the like; sets are sorted.
    ///
    /// - Parameter encoder: Where it is written to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Kind.self)
        switch self {
        case .string(let value): try members.encode(value, forKey: .S)
        case .number(let value): try members.encode(value, forKey: .N)
        case .binary(let value): try members.encode(Data(value), forKey: .B)
        case .boolean(let value): try members.encode(value, forKey: .BOOL)
        case .null: try members.encode(true, forKey: .NULL)
        case .list(let value): try members.encode(value, forKey: .L)
        case .map(let value): try members.encode(value, forKey: .M)
        case .stringSet(let value): try members.encode(value.sorted(), forKey: .SS)
        case .numberSet(let value): try members.encode(value.sorted(), forKey: .NS)
        case .binarySet(let value):
            try members.encode(value.sorted { $0.lexicographicallyPrecedes($1) }.map { Data($0) }, forKey: .BS)
        }
    }
}
