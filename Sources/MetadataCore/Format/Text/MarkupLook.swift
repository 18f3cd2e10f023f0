/// Tells XML by its root element, and HTML.
enum MarkupLook {
    private static let mostBytes = 8_192

    /// What a text that begins with `<` is; nil when it is no markup.
    static func identify(_ content: ArraySlice<UInt8>, tail: ArraySlice<UInt8>) -> FormatIdentification? {
        var prolog = Prolog(content.prefix(mostBytes))
        prolog.read()
        if prolog.instruction == "xpacket" { return FormatIdentification(.xmp, basis: "text: xpacket") }
        if prolog.instruction == "php" {
            return FormatIdentification(FileFormat(rawValue: "php"), basis: "text: <?php")
        }
        if let root = prolog.root, let found = byRoot(root, prolog) { return found }
        if prolog.isHTML { return FormatIdentification(.html, basis: "text: doctype html") }
        if prolog.instruction == "xml" {
            return FormatIdentification(.xml, basis: "text: xml" + (prolog.root.map { " root \($0.prefix(64))" } ?? ""))
        }
        guard let root = prolog.root else { return nil }
        return fragment(root) ?? closed(root, tail)
    }

    private static func byRoot(_ root: String, _ prolog: Prolog) -> FormatIdentification? {
        let name = root.split(separator: ":").last.map(String.init) ?? root
        if name.lowercased() == "html" {
            let format = prolog.instruction == "xml" ? FileFormat(rawValue: "xhtml") : .html
            return FormatIdentification(format, basis: "text: root html")
        }
        guard let entry = FormatTable.entry(.root, name) else { return nil }
        if let sign = signs[name], !prolog.rootText.contains(sign) { return nil }
        return FormatIdentification(entry.format, basis: "text: xml root \(root)")
    }

    /// What must stand in the root element too, where its name alone is common.
    private static let signs = [
        "schema": "XMLSchema", "document": "opendocument", "window": "there.is.only.xul", "feed": "Atom",
        "definitions": "wsdl", "playlist": "xspf", "transform": "XSL/Transform", "stylesheet": "XSL/Transform",
        "RDF": "rdf-syntax", "tt": "ttml", "ink": "InkML", "FeatureCollection": "opengis", "TEI": "tei-c",
        "metalink": "metalink", "xdp": "xdp",
    ]

    /// HTML without its root: a head or a body, or a piece that may as well be Markdown.
    private static func fragment(_ root: String) -> FormatIdentification? {
        let name = root.lowercased()
        if parts.contains(name) { return FormatIdentification(.html, basis: "text: html \(name)", confidence: 0.9) }
        if pieces.contains(name) { return FormatIdentification(.html, basis: "text: html \(name)", confidence: 0.6) }
        return nil
    }

    private static let parts: Set<String> = ["head", "body", "title", "frameset", "meta", "style", "script", "link"]
    private static let pieces: Set<String> = [
        "p", "div", "span", "table", "h1", "h2", "h3", "a", "img", "br", "b", "i", "font", "center", "ul", "ol", "pre",
    ]

    /// XML without a declaration: what the first tag opens is closed at the end.
    private static func closed(_ root: String, _ tail: ArraySlice<UInt8>) -> FormatIdentification? {
        guard tail.ascii(at: 0, count: 256).contains("</\(root)>") else { return nil }
        return FormatIdentification(.xml, basis: "text: xml root \(root.prefix(64))", confidence: 0.9)
    }
}

/// What stands before and in the first tag (XML 1.0, 2.8).
private struct Prolog {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// The target of the first processing instruction.
    private(set) var instruction: String?
    /// Whether the document type is `html`.
    private(set) var isHTML = false
    /// The name in the first tag.
    private(set) var root: String?
    /// The first tag with its attributes.
    private(set) var rootText = ""

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.position = bytes.startIndex
    }

    mutating func read() {
        while root == nil, position < bytes.endIndex, bytes[position] == UInt8(ascii: "<") {
            let rest = bytes[position...]
            if rest.has("<?") {
                if instruction == nil { instruction = name(from: position + 2).lowercased() }
                skip(behind: "?>")
            } else if rest.has("<!--") {
                skip(behind: "-->")
            } else if rest.has("<!") {
                readDoctype()
            } else {
                readRoot()
                return
            }
            skipSpace()
        }
    }

    private mutating func readRoot() {
        let found = name(from: position + 1)
        guard !found.isEmpty, found.first?.isLetter == true || found.first == "_" else { return }
        root = found
        let tag = bytes[position...].prefix(2_048).prefix { $0 != UInt8(ascii: ">") }
        rootText = String(decoding: tag, as: UTF8.self)
    }

    /// `<!DOCTYPE name ... [internal subset]>`.
    private mutating func readDoctype() {
        let words = bytes[position...].ascii(at: 0, count: 32).lowercased().split {
            $0 == " " || $0 == ">" || $0 == "?"
        }
        if words.first == "<!doctype", words.count > 1, words[1] == "html" { isHTML = true }
        var depth = 0
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { return }
        }
    }

    private func name(from start: Int) -> String {
        let name = bytes.dropFirst(start - bytes.startIndex).prefix(128).prefix {
            $0 > 0x20 && !"<>/?=\"'".utf8.contains($0)
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func skip(behind end: String) {
        while position < bytes.endIndex {
            if bytes[position] == end.utf8.first, bytes[position...].has(end) {
                position += end.utf8.count
                return
            }
            position += 1
        }
    }

    private mutating func skipSpace() {
        while position < bytes.endIndex, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
            position += 1
        }
    }
}
