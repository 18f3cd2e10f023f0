/// A name with its namespace, as properties are known by (ISO 16684-1:2019, section 6.2).
struct XMPName: Hashable {
    /// The namespace's URI.
    let namespace: String
    /// The name without prefix.
    let local: String

    /// Makes a name.
    init(_ namespace: String, _ local: String) {
        self.namespace = namespace
        self.local = local
    }
}

/// The namespaces that are in scope, by prefix (Namespaces in XML 1.0, section 6).
struct XMPNamespaces {
    private var bindings: [(prefix: String, uri: String)] = []
    private var marks: [Int] = []

    /// A packet needs a few dozen.
    private static let limit = 128

    /// Opens the scope of an element.
    mutating func enter(_ tag: XMLTag) {
        marks.append(bindings.count)
        for attribute in tag.attributes where bindings.count < Self.limit {
            if attribute.name == "xmlns" {
                bindings.append(("", attribute.value))
            } else if attribute.name.hasPrefix("xmlns:") {
                bindings.append((String(attribute.name.dropFirst(6)), attribute.value))
            }
        }
    }

    /// Closes the innermost scope.
    mutating func leave() {
        guard let mark = marks.popLast() else { return }
        bindings.removeSubrange(min(mark, bindings.count)...)
    }

    /// The name that a prefixed one stands for; a prefix that is not bound stands for no namespace.
    func resolve(_ name: String) -> XMPName {
        let bytes = name.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return XMPName(uri(""), name) }
        return XMPName(uri(String(name[..<colon])), String(name[bytes.index(after: colon)...]))
    }

    private func uri(_ prefix: String) -> String {
        bindings.last { $0.prefix == prefix }?.uri ?? ""
    }
}
