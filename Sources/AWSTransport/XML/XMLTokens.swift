/// The tags and texts of an XML document, one after the other.
struct XMLTokens {
    enum Token: Hashable {
        case begin(String)
        case end(String)
        case text(String)
    }

    private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

    private var rest: Substring.UnicodeScalarView
    /// The end of an element that was empty: `<a/>`.
    private var pendingEnd: String?

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    /// The next token; nil at the end.
    mutating func next() throws(AWSError) -> Token? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while let first = rest.first {
            guard first == "<" else { return .text(try Self.unescaped(take(while: { $0 != "<" }))) }
            rest.removeFirst()
            if let token = try markup() { return token }
        }
        return nil
    }

    private mutating func markup() throws(AWSError) -> Token? {
        switch rest.first {
        case "?":
            _ = try take(until: "?>")
            return nil
        case "!":
            guard String(rest.prefix(3)) == "!--" else { throw .malformedXML("declarations are not read") }
            _ = try take(until: "-->")
            return nil
        default: return try tag(take(until: ">"))
        }
    }

    private mutating func tag(_ text: String) throws(AWSError) -> Token {
        if text.hasPrefix("/") { return .end(try Self.name(text.dropFirst())) }
        guard text.hasSuffix("/") else { return .begin(try Self.name(text[...])) }
        let name = try Self.name(text.dropLast())
        pendingEnd = name
        return .begin(name)
    }

    /// The name at the front of a tag; what follows are attributes.
    private static func name(_ text: Substring) throws(AWSError) -> String {
        let name = text.prefix { !$0.isWhitespace }
        guard let last = name.split(separator: ":").last, !name.contains("<") else {
            throw .malformedXML("a tag without a name")
        }
        return String(last)
    }

    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    private mutating func take(until end: String) throws(AWSError) -> String {
        let end = Array(end.unicodeScalars)
        var index = rest.startIndex
        while index < rest.endIndex {
            if rest[index...].starts(with: end) {
                defer { rest = rest[index...].dropFirst(end.count) }
                return String(rest[..<index])
            }
            index = rest.index(after: index)
        }
        throw .malformedXML("it ends inside a tag")
    }

    private static func unescaped(_ text: String) throws(AWSError) -> String {
        guard text.contains("&") else { return text }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts[0])
        for part in parts.dropFirst() {
            guard let semicolon = part.firstIndex(of: ";"), let character = character(part[..<semicolon]) else {
                throw .malformedXML("an unknown entity")
            }
            result += character + part[part.index(after: semicolon)...]
        }
        return result
    }

    private static func character(_ entity: Substring) -> String? {
        guard entity.hasPrefix("#") else { return entities[String(entity)] }
        let isHexadecimal = entity.hasPrefix("#x")
        let number = UInt32(entity.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
