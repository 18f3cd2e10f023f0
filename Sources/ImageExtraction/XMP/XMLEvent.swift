/// What an XML document says next.
enum XMLEvent: Hashable {
    /// A start tag; an empty element is followed by its ``end``.
    case start(XMLTag)
    /// The end of the innermost open element.
    case end
    /// Character data, references replaced.
    case text(String)
}

/// A start tag, its names as they stand in the document.
struct XMLTag: Hashable {
    /// The name, with its prefix.
    let name: String
    /// The attributes in the order of the document.
    var attributes: [Attribute] = []

    /// An attribute.
    struct Attribute: Hashable {
        /// The name, with its prefix.
        let name: String
        /// The value, references replaced.
        let value: String
    }
}
