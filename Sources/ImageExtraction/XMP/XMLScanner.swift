internal import MetadataCore

/// Reads XML piece by piece: elements, attributes, text, CDATA. Comments, processing instructions and document type
/// declarations are passed over, so no entity is ever defined.
///
/// Follows XML 1.0 (fifth edition) as far as documents without a document type need. It checks that tags nest; it does
/// not check which characters names are made of.
struct XMLScanner: ~Escapable {
    private var reader: ByteReader
    private var open: [String] = []
    private var hasPendingEnd = false
    private let depthLimit: Int

    /// More attributes than any writer puts on an element.
    private static let attributeLimit = 4_096
    private static let nameByteLimit = 256

    /// Makes a scanner.
    ///
    /// - Parameters:
    ///   - span: The document in UTF-8.
    ///   - depthLimit: How deep elements may nest.
    @_lifetime(copy span)
    init(_ span: Span<UInt8>, depthLimit: Int) {
        reader = ByteReader(span)
        self.depthLimit = depthLimit
    }

    /// The number of elements that are open.
    var depth: Int { open.count }

    /// Where the next piece begins.
    var offset: Int { reader.offset }

    /// Reads the next piece.
    ///
    /// - Returns: nil at the end of the document, or when the root element is closed.
    /// - Throws: ``ExtractionError`` where the document is damaged, cut or nests too deep.
    @_lifetime(self: copy self)
    mutating func next() throws(ExtractionError) -> XMLEvent? {
        if hasPendingEnd { return try close(nil) }
        while !reader.isAtEnd {
            guard reader.peek() == UInt8(ascii: "<") else {
                if try passBlankText() { continue }
                let text = try text()
                if open.isEmpty || text.isEmpty { continue }
                return .text(text)
            }
            if let event = try markup() { return event }
        }
        guard open.isEmpty else { throw .truncated(at: reader.offset, needed: 1) }
        return nil
    }

    /// Reads what begins with `<`; nil for what says nothing.
    @_lifetime(self: copy self)
    private mutating func markup() throws(ExtractionError) -> XMLEvent? {
        switch reader.peek(1) {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): try passage()
        case UInt8(ascii: "/"): try endTag()
        default: try startTag()
        }
    }

    /// Reads what is no tag; nil for all but text.
    @_lifetime(self: copy self)
    private mutating func passage() throws(ExtractionError) -> XMLEvent? {
        for skipped in Self.skipped where reader.starts(with: skipped.start.utf8) {
            try reader.skip(skipped.start.utf8.count)
            let content = try bytes(until: skipped.end)
            return skipped.isText && !open.isEmpty ? .text(String(decoding: content, as: UTF8.self)) : nil
        }
        try passDeclaration()
        return nil
    }

    private static let skipped: [(start: String, end: String, isText: Bool)] = [
        ("<!--", "-->", false), ("<?", "?>", false), ("<![CDATA[", "]]>", true),
    ]

    /// A document type declaration with its internal subset (XML 1.0, section 2.8).
    @_lifetime(self: copy self)
    private mutating func passDeclaration() throws(ExtractionError) {
        var brackets = 0
        while true {
            switch try reader.read(UInt8.self) {
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: ">") where brackets <= 0: return
            default: break
            }
        }
    }
}

// MARK: - Tags

extension XMLScanner {
    @_lifetime(self: copy self)
    private mutating func startTag() throws(ExtractionError) -> XMLEvent {
        try reader.skip(1)
        let start = reader.offset
        var tag = XMLTag(name: try name())
        guard open.count < depthLimit else {
            throw .limitExceeded("elements nest deeper than \(depthLimit)", at: start)
        }
        open.append(tag.name)
        while true {
            try passSpace()
            switch reader.peek() {
            case UInt8(ascii: ">"):
                try reader.skip(1)
                return .start(tag)
            case UInt8(ascii: "/"):
                try reader.skip(1)
                try expect(">")
                hasPendingEnd = true
                return .start(tag)
            default:
                guard tag.attributes.count < Self.attributeLimit else {
                    throw .limitExceeded("more than \(Self.attributeLimit) attributes", at: reader.offset)
                }
                tag.attributes.append(try attribute())
            }
        }
    }

    @_lifetime(self: copy self)
    private mutating func endTag() throws(ExtractionError) -> XMLEvent {
        try reader.skip(2)
        let name = try name()
        try passSpace()
        try expect(">")
        return try close(name)
    }

    @_lifetime(self: copy self)
    private mutating func attribute() throws(ExtractionError) -> XMLTag.Attribute {
        let name = try name()
        try passSpace()
        try expect("=")
        try passSpace()
        let quote = try reader.read(UInt8.self)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw .corrupt("an attribute without quotes", at: reader.offset - 1)
        }
        let value = try characters { $0 == quote }
        try reader.skip(1)
        return XMLTag.Attribute(name: name, value: value)
    }

    /// Closes the innermost element, which must have this name; nil closes an empty one.
    @_lifetime(self: copy self)
    private mutating func close(_ name: String?) throws(ExtractionError) -> XMLEvent {
        hasPendingEnd = false
        guard let last = open.popLast(), name ?? last == last else {
            throw .corrupt("an end tag that closes nothing", at: reader.offset)
        }
        return .end
    }

    @_lifetime(self: copy self)
    private mutating func name() throws(ExtractionError) -> String {
        let start = reader.offset
        let bytes = try run(until: Self.endsName)
        guard (1...Self.nameByteLimit).contains(bytes.count) else { throw .corrupt("no usable name", at: start) }
        return String(repairing: bytes)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    /// White space, and `<`, `>`, `/`, `=`, `&` and quotes.
    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3C, 0x3E, 0x2F, 0x3D, 0x22, 0x27, 0x26: true
        default: isSpace(byte)
        }
    }

    @_lifetime(self: copy self)
    private mutating func passSpace() throws(ExtractionError) {
        while let byte = reader.peek(), Self.isSpace(byte) { try reader.skip(1) }
    }

    @_lifetime(self: copy self)
    private mutating func expect(_ character: Unicode.Scalar) throws(ExtractionError) {
        let offset = reader.offset
        guard UInt32(try reader.read(UInt8.self)) == character.value else {
            throw .corrupt("\(character) expected", at: offset)
        }
    }
}

// MARK: - Text

extension XMLScanner {
    @_lifetime(self: copy self)
    private mutating func text() throws(ExtractionError) -> String {
        try characters { $0 == UInt8(ascii: "<") }
    }

    /// Passes over text of nothing but white space, of which packets are full.
    @_lifetime(self: copy self)
    private mutating func passBlankText() throws(ExtractionError) -> Bool {
        var count = 0
        while let byte = reader.peek(count), Self.isSpace(byte) { count += 1 }
        guard count > 0, reader.peek(count) == UInt8(ascii: "<") else { return false }
        try reader.skip(count)
        return true
    }

    /// Characters up to one that ends them, or up to the end of the document, references replaced. Of a text that is
    /// longer than any value of a record the rest is passed over.
    @_lifetime(self: copy self)
    private mutating func characters(until isEnd: (UInt8) -> Bool) throws(ExtractionError) -> String {
        let first = try run { isEnd($0) || $0 == UInt8(ascii: "&") }
        guard reader.peek() == UInt8(ascii: "&") else {
            return String(repairing: first.extracting(first: Self.textByteLimit))
        }
        var bytes = Array(copying: first)
        while reader.peek() == UInt8(ascii: "&") {
            guard bytes.count <= Self.textByteLimit else {
                _ = try run(until: isEnd)
                break
            }
            try reader.skip(1)
            bytes += try reference()
            bytes += Array(copying: try run { isEnd($0) || $0 == UInt8(ascii: "&") })
        }
        return String(decoding: bytes.prefix(Self.textByteLimit), as: UTF8.self)
    }

    private static let textByteLimit = 65_536

    /// The bytes before one that ends them, or before the end of the document.
    @_lifetime(copy self)
    private mutating func run(until isEnd: (UInt8) -> Bool) throws(ExtractionError) -> Span<UInt8> {
        var count = 0
        while let byte = reader.peek(count), !isEnd(byte) { count += 1 }
        return try reader.readSpan(count)
    }

    /// A reference after its `&` (XML 1.0, section 4.1); one that nobody defined stays as it stands.
    @_lifetime(self: copy self)
    private mutating func reference() throws(ExtractionError) -> [UInt8] {
        var name: [UInt8] = []
        for distance in 0..<Self.referenceByteLimit {
            guard let byte = reader.peek(distance), byte != UInt8(ascii: "<") else { break }
            guard byte == UInt8(ascii: ";") else {
                name.append(byte)
                continue
            }
            guard let replacement = Self.replacement(String(decoding: name, as: UTF8.self)) else { break }
            try reader.skip(distance + 1)
            return replacement
        }
        return [UInt8(ascii: "&")]
    }

    private static let referenceByteLimit = 12
    private static let entities: [String: UInt8] = [
        "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "amp": UInt8(ascii: "&"), "quot": UInt8(ascii: "\""),
        "apos": UInt8(ascii: "'"),
    ]

    private static func replacement(_ name: String) -> [UInt8]? {
        if let byte = entities[name] { return [byte] }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
    }

    /// The bytes before a mark; both are passed over.
    @_lifetime(self: copy self)
    private mutating func bytes(until mark: String) throws(ExtractionError) -> [UInt8] {
        guard let first = mark.utf8.first else { return [] }
        var bytes = Array(copying: try run { $0 == first })
        while !reader.starts(with: mark.utf8) {
            bytes.append(try reader.read(UInt8.self))
            bytes += Array(copying: try run { $0 == first })
        }
        try reader.skip(mark.utf8.count)
        return bytes
    }
}
