/// The header fields of a message, in order. Names are kept in lower case.
public struct HTTPFields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One field line.
    public struct Field: Hashable, Sendable {
        /// The name, in lower case.
        public let name: String
        /// The value, as it is sent.
        public let value: String
    }

    /// All fields.
    public private(set) var fields: [Field] = []

    /// Makes fields from a literal.
    ///
    /// - Parameter elements: Names and values; names may repeat.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }

    /// The value of the first field of a name; assigning replaces all of that name.
    ///
    /// - Parameter name: The field's name in lower case.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { append(name, newValue) }
        }
    }

    /// Adds a field behind the others.
    ///
    /// - Parameters:
    ///   - name: The name, in any case.
    ///   - value: The value.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name.lowercased(), value: value))
    }
}
