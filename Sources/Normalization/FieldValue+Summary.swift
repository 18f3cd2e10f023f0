internal import MetadataCore

extension FieldValue {
    /// The value in a few words, for issues and explanations.
    package var summary: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"\(value.count > 60 ? value.prefix(57) + "..." : value[...])\""
        case .array(let values): "a list of \(values.count)"
        case .object(let members): "an object of \(members.count) members"
        }
    }
}
