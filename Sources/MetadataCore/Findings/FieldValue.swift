/// The value of a finding: what JSON can say, with integers kept apart from other numbers.
public enum FieldValue: Hashable, Sendable {
    /// True or false.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Any finite number; one that is not finite never becomes part of a record.
    case number(Double)
    /// Text.
    case string(String)
    /// A list.
    case array([FieldValue])
    /// Members by name.
    case object([String: FieldValue])
}

extension FieldValue {
    /// The value as a whole number, if it is one exactly.
    public var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The value as a finite number.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value.isFinite ? value : nil
        default: nil
        }
    }

    /// The value as text.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The value as true or false.
    public var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    /// The value as a list.
    public var array: [FieldValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The value of a member, if this is an object that has it.
    ///
    /// - Parameter name: The member's name.
    public subscript(name: String) -> FieldValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }
}
