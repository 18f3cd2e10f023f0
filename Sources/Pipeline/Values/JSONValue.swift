#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

/// Any JSON value: what came from outside before it was understood, and what goes out.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

// MARK: - Reading

extension JSONValue {
    /// Reads a JSON text.
    ///
    /// - Parameter json: UTF-8.
    /// - Throws: ``PipelineError`` with code `malformed` when it is not JSON.
    package init(parsing json: some Sequence<UInt8>) throws(PipelineError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json))
        } catch {
            throw PipelineError(.malformed, "not JSON")
        }
    }

    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    package var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    package var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    package var object: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// A member of an object; nil when there is none, or when this is no object.
    package subscript(_ name: String) -> JSONValue? {
        object?[name]
    }

    /// A member that has to be there and to be text.
    ///
    /// - Throws: ``PipelineError`` with code `malformed` that names the member.
    package func text(_ name: String) throws(PipelineError) -> String {
        guard let text = self[name]?.string else { throw PipelineError(.malformed, "\(name) is missing or is no text") }
        return text
    }

    /// A member that has to be there and to be a whole number.
    ///
    /// - Throws: ``PipelineError`` with code `malformed` that names the member.
    package func count(_ name: String) throws(PipelineError) -> Int {
        guard let count = self[name]?.integer else {
            throw PipelineError(.malformed, "\(name) is missing or is no whole number")
        }
        return count
    }
}

// MARK: - Writing

extension JSONValue {
    /// The value as JSON: UTF-8, sorted keys, no white space.
    package func bytes() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return Array("null".utf8) }
        return Array(data)
    }

    /// An object of the members that have a value.
    package static func object(of members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMapValues(\.self))
    }

    /// Text, or nothing.
    package static func text(_ value: String?) -> JSONValue? { value.map(Self.string) }

    /// A whole number, or nothing.
    package static func count(_ value: Int?) -> JSONValue? { value.map(Self.integer) }
}

extension JSONValue: Codable {
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let elements = try? value.decode([JSONValue].self) {
            self = .array(elements)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
