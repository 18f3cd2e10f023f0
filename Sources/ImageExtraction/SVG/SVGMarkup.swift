/// The start of an XML document: what precedes the first start tag, and that tag (XML 1.0, 2.8 and 3.1).
struct SVGMarkup {
    /// A start tag.
    struct Element {
        /// The name without its prefix.
        let localName: String
        /// The attributes with their names as written; of two with the same name the first.
        let attributes: [String: String]
        /// Where the tag begins, from the first byte.
        let offset: Int
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// No element of use has more.
    private static let attributeCount = 256
    private static let valueByteCount = 4_096

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Passes over declarations, comments and the document type, and reads the first start tag.
    ///
    /// - Returns: The tag; nil where the bytes end before it does.
    mutating func nextElement() -> Element? {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            if skip(from: "!--", to: "-->") || skip(from: "?", to: "?>") || skipDocumentType() { continue }
            guard position < bytes.endIndex, Self.isNameByte(bytes[position]) else { return nil }
            let name = readName()
            return Element(
                localName: name.split(separator: ":").last.map(String.init) ?? "", attributes: readAttributes(),
                offset: start - bytes.startIndex)
        }
        return nil
    }
}

// MARK: - What is passed over

extension SVGMarkup {
    private func isAt(_ text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    private mutating func skip(from opening: String, to closing: String) -> Bool {
        guard isAt(opening) else { return false }
        position += opening.utf8.count
        while position < bytes.endIndex, !isAt(closing) { position += 1 }
        return true
    }

    /// The internal subset stands in brackets and is not read.
    private mutating func skipDocumentType() -> Bool {
        guard isAt("!") else { return false }
        var isInSubset = false
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "[") { isInSubset = true }
            if byte == UInt8(ascii: "]") { isInSubset = false }
            if byte == UInt8(ascii: ">"), !isInSubset { break }
        }
        return true
    }
}

// MARK: - Names and attributes

extension SVGMarkup {
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    private mutating func readName() -> String {
        let start = position
        position = bytes[start...].firstIndex { !Self.isNameByte($0) } ?? bytes.endIndex
        return String(decoding: bytes[start..<position].prefix(Self.valueByteCount), as: UTF8.self)
    }

    private mutating func skipSpace() {
        position = bytes[position...].firstIndex { $0 > 0x20 } ?? bytes.endIndex
    }

    private mutating func readAttributes() -> [String: String] {
        var attributes: [String: String] = [:]
        for _ in 0..<Self.attributeCount {
            skipSpace()
            guard position < bytes.endIndex, Self.isNameByte(bytes[position]) else { break }
            let name = readName()
            guard let value = readValue() else { break }
            if attributes[name] == nil { attributes[name] = value }
        }
        return attributes
    }

    /// An equals sign and a quoted value.
    private mutating func readValue() -> String? {
        skipSpace()
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        skipSpace()
        guard position < bytes.endIndex else { return nil }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let start = position + 1
        guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
        position = end + 1
        return String(decoding: bytes[start..<end].prefix(Self.valueByteCount), as: UTF8.self)
    }
}
