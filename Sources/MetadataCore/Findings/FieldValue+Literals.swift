extension FieldValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// Creates text.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Creates true or false.
    public init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }

    /// Creates a list.
    public init(arrayLiteral elements: FieldValue...) {
        self = .array(elements)
    }

    /// Creates an object; of members of the same name the last one counts.
    public init(dictionaryLiteral elements: (String, FieldValue)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
