internal import MetadataCore

/// The simple properties of an XMP packet, read from its RDF (ISO 16684-1:2019, section 7).
///
/// Of arrays the first item counts, but for properties that are lists; structures are passed over.
struct XMPGraph {
    /// The first value of each property.
    private(set) var properties: [XMPName: String] = [:]
    /// The items of the properties that are lists, at most `limits.textByteCount` bytes of each.
    private(set) var lists: [XMPName: [String]] = [:]

    private let limits: Limits
    private var namespaces = XMPNamespaces()
    private var path: [XMPName] = []
    private var property: (name: XMPName, depth: Int)?
    private var value = ""

    /// Histories of edits run to thousands of elements.
    private static let elementLimit = 32_768
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    private static let root = XMPName(rdf, "RDF")
    private static let description = XMPName(rdf, "Description")

    /// Makes an empty graph.
    init(limits: Limits) {
        self.limits = limits
    }

    /// Reads a packet.
    ///
    /// - Parameter text: The packet in UTF-8.
    /// - Throws: ``ExtractionError`` at the first damage; ``properties`` holds what stands before it.
    mutating func read(_ text: ArraySlice<UInt8>) throws(ExtractionError) {
        var scanner = XMLScanner(text.span, depthLimit: limits.depth)
        let elementLimit = min(limits.elementCount, Self.elementLimit)
        var elementsLeft = elementLimit
        while let event = try scanner.next() {
            switch event {
            case .start(let tag):
                guard elementsLeft > 0 else {
                    throw .limitExceeded("more than \(elementLimit) elements", at: scanner.offset)
                }
                elementsLeft -= 1
                start(tag)
            case .end: end()
            case .text(let text): add(text)
            }
        }
    }

    private mutating func start(_ tag: XMLTag) {
        namespaces.enter(tag)
        let name = namespaces.resolve(tag.name)
        let parent = path.last
        path.append(name)
        if name == Self.description, parent == Self.root {
            for attribute in tag.attributes { record(namespaces.resolve(attribute.name), attribute.value) }
        } else if property == nil, parent == Self.description, path.dropLast(2).last == Self.root {
            property = (name, path.count)
            value = tag.attributes.first { namespaces.resolve($0.name) == XMPName(Self.rdf, "resource") }?.value ?? ""
        }
    }

    private mutating func end() {
        if let property, path.count == property.depth + 2, path.last?.local == "li",
            XMPVocabulary.isList(property.name)
        {
            append(value, to: property.name)
            value = ""
        } else if let property, property.depth == path.count {
            record(property.name, value)
            self.property = nil
        }
        _ = path.popLast()
        namespaces.leave()
    }

    private mutating func add(_ text: String) {
        guard let property, value.utf8.count <= limits.textByteCount else { return }
        guard holdsValue(path.dropFirst(property.depth)) else { return }
        let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
        if !isBlank { value += text.cut(toByteCount: limits.textByteCount) }
    }

    /// Whether text below a property is its value: at once, in the first item of an array, or in `rdf:value`.
    private func holdsValue(_ below: ArraySlice<XMPName>) -> Bool {
        guard below.allSatisfy({ $0.namespace == Self.rdf }) else { return false }
        switch below.last?.local {
        case nil: return true
        case "li": return below.count == 2 && value.isEmpty
        case "value": return below.count <= 2
        default: return false
        }
    }

    private mutating func append(_ item: String, to list: XMPName) {
        let text = Self.trimmed(item)
        let byteCount = lists[list, default: []].reduce(text.utf8.count) { $0 + $1.utf8.count }
        guard !text.isEmpty, byteCount <= limits.textByteCount else { return }
        lists[list, default: []].append(text)
    }

    private static func trimmed(_ text: String) -> String {
        String(decoding: Array(text.utf8)[...].trimmingSpace(), as: UTF8.self)
    }

    private mutating func record(_ name: XMPName, _ value: String) {
        guard properties[name] == nil, XMPVocabulary.knows(name) else { return }
        let text = Self.trimmed(value)
        if !text.isEmpty { properties[name] = text }
    }
}
