/// An element of the small XML documents that S3 answers with: a name, text, children. Attributes are not kept.
struct XMLElement: Hashable {
    var name: String
    var text = ""
    var children: [XMLElement] = []

    /// The first child of a name.
    subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

    /// All children of a name.
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

extension XMLElement {
    private static let depthLimit = 16

    /// Reads a document.
    ///
    /// - Parameter bytes: UTF-8; a document type or an entity that XML itself does not define is refused.
    /// - Throws: ``AWSError`` with code `malformedResponse` when it is not well-formed or nests too deep.
    init(parsing bytes: [UInt8]) throws(AWSError) {
        var tokens = XMLTokens(String(decoding: bytes, as: UTF8.self))
        var open: [XMLElement] = []
        while let token = try tokens.next() {
            switch token {
            case .text(let text):
                if !open.isEmpty { open[open.count - 1].text += text }
            case .begin(let name):
                guard open.count < Self.depthLimit else { throw .malformedXML("it nests too deep") }
                open.append(XMLElement(name: name))
            case .end(let name):
                guard let element = open.popLast(), element.name == name else {
                    throw .malformedXML("</\(name)> closes nothing")
                }
                guard !open.isEmpty else {
                    self = element
                    return
                }
                open[open.count - 1].children.append(element)
            }
        }
        throw .malformedXML("it ends early")
    }
}

extension AWSError {
    static func malformedXML(_ message: String) -> Self { Self(.malformedResponse, "the XML is malformed: \(message)") }
}

// MARK: - Writing

extension XMLElement {
    /// The element as XML, without a declaration.
    var xml: String { "<\(name)>\(Self.escaped(text))\(children.map(\.xml).joined())</\(name)>" }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
