#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

extension RecordEntry {
    /// Reads an entry back from a line that a command wrote.
    ///
    /// - Parameter json: One JSON object with a `path`, UTF-8.
    /// - Throws: ``ExtractionError`` with code `corrupt` when it is not a record with a path, `unsupported` when it
    ///   follows another schema.
    public init(parsing json: some Sequence<UInt8>) throws(ExtractionError) {
        let json = Data(json)
        let record = try MetadataRecord(parsing: json)
        guard let members = try? JSONDecoder().decode(PathMembers.self, from: json) else {
            throw ExtractionError(.corrupt, "the record has no path")
        }
        let encoded = members.pathBase64.flatMap { Data(base64Encoded: $0) }
        self.init(pathBytes: encoded.map { [UInt8]($0) } ?? Array(members.path.utf8), record: record)
    }

    private struct PathMembers: Decodable {
        let path: String
        let pathBase64: String?
    }
}

/// The members of a record at all depths, as text: `image.width` is `640`.
///
/// What a comparison of records shows; elements of lists have their number for a name.
public struct RecordMembers: Hashable, Sendable {
    /// The values by their path.
    public let values: [String: String]

    /// Reads the members of a JSON object.
    ///
    /// - Parameter json: One JSON object, UTF-8.
    /// - Throws: ``ExtractionError`` with code `corrupt` when it is none.
    public init(parsing json: some Sequence<UInt8>) throws(ExtractionError) {
        do {
            let root = try JSONDecoder().decode(Member.self, from: Data(json))
            var values: [String: String] = [:]
            root.collect(into: &values, at: "")
            self.values = values
        } catch {
            throw ExtractionError(.corrupt, "not a JSON object: \(error)")
        }
    }
}

/// Any JSON value.
private enum Member: Decodable {
    case object([String: Member])
    case array([Member])
    case text(String)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let members = try? value.decode([String: Member].self) {
            self = .object(members)
        } else if let elements = try? value.decode([Member].self) {
            self = .array(elements)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let truth = try? value.decode(Bool.self) {
            self = .text("\(truth)")
        } else if let number = try? value.decode(Int.self) {
            self = .text("\(number)")
        } else {
            self = .text("\(try value.decode(Double.self))")
        }
    }

    func collect(into values: inout [String: String], at path: String) {
        switch self {
        case .text(let text): values[path] = text
        case .object(let members):
            for (name, member) in members { member.collect(into: &values, at: path.isEmpty ? name : "\(path).\(name)") }
        case .array(let elements):
            for (index, element) in elements.enumerated() { element.collect(into: &values, at: "\(path).\(index)") }
        }
    }
}
