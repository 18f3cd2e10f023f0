internal import MetadataCore

/// Reads objects (ISO 32000-2, 7.3).
///
    private static let ends = ["endobj", "stream", "xref", "trailer"]

''','')
s=s.replace('''/// Depth is bounded, and what lies deeper reads as null; of arrays and dictionaries with more values than the limit the first are kept, the others are
/// passed over.
struct PDFParser: ~Escapable {
    var scanner: PDFScanner
    /// Whether values were passed over.
    private(set) var isCut = false
    /// The first value that nests too deep; it was passed over and reads as null.
    private(set) var excess: ExtractionError?
    /// How damage is met. Strictly, unless said otherwise.
    var leniency = Leniency.none
    private let depthLimit: Int
    private var elementsLeft: Int
    private var entriesLeft: Int

    /// Each level takes some of the stack.
    private static let deepest = 128

    /// What is done about damage.
    enum Leniency {
        /// It is an error.
        case none
        /// It is passed over.
        case inside
        /// It is passed over, and the end of the bytes ends all that is open.
        case toTheEnd
    }

    /// Makes a parser.
    ///
    /// - Parameters:
    ///   - span: The bytes.
    ///   - offset: Where the first byte stands in the file.
    ///   - limits: Bounds on depth and on the number of values.
    @_lifetime(copy span)
    init(_ span: Span<UInt8>, at offset: Int, limits: Limits) {
        scanner = PDFScanner(span, at: offset)
        depthLimit = min(limits.depth, Self.deepest)
        elementsLeft = max(64, limits.elementCount)
        entriesLeft = elementsLeft
    }

    /// Reads an object.
    ///
    /// - Throws: `truncated` where the bytes end before its end is seen, `corrupt` where no object stands.
    @_lifetime(self: copy self)
    mutating func object() throws(ExtractionError) -> PDFObject {
        try object(depth: 0)
    }

    @_lifetime(self: copy self)
    private mutating func object(depth: Int) throws(ExtractionError) -> PDFObject {
        scanner.passSpace()
        switch try scanner.peek() {
        case UInt8(ascii: "/"):
            scanner.advance()
            return .name(try scanner.name())
        case UInt8(ascii: "("):
            scanner.advance()
            return .string(try scanner.literalString())
        case UInt8(ascii: "["):
            scanner.advance()
            guard depth < depthLimit else {
                try passNested()
                return .null
            }
            return .array(try array(depth: depth))
        case UInt8(ascii: "<"):
            scanner.advance()
            guard try scanner.peek() == UInt8(ascii: "<") else { return .string(try scanner.hexadecimalString()) }
            scanner.advance()
            guard depth < depthLimit else {
                try passNested()
                return .null
            }
            return .dictionary(try dictionary(depth: depth))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try numberOrReference()
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return try scanner.number()
        default: return try constant()
        }
    }

    @_lifetime(self: copy self)
    private mutating func constant() throws(ExtractionError) -> PDFObject {
        let start = scanner.offset
        switch try scanner.word() {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default:
            guard leniency == .none else {
                // A delimiter is no word; it has to be passed over nevertheless.
                if scanner.offset == start { scanner.advance() }
                return .null
            }
            throw .corrupt("no object", at: start)
        }
    }

    /// `12`, `1.5` or `12 0 R`.
    @_lifetime(self: copy self)
    private mutating func numberOrReference() throws(ExtractionError) -> PDFObject {
        guard let number = try scanner.unsigned() else { return try scanner.number() }
        let end = scanner.position
        scanner.passSpace()
        guard PDFCharacter.isDigit(try scanner.peek()), let generation = try scanner.unsigned() else {
            try scanner.seek(to: end)
            return .integer(number)
        }
        scanner.passSpace()
        guard try scanner.pass("R") else {
            try scanner.seek(to: end)
            return .integer(number)
        }
        return .reference(PDFReference(number: number, generation: generation))
    }

    @_lifetime(self: copy self)
    private mutating func array(depth: Int) throws(ExtractionError) -> [PDFObject] {
        var values: [PDFObject] = []
        while true {
            scanner.passSpace()
            if try isEnd(of: UInt8(ascii: "]")) { return values }
            let value = try object(depth: depth + 1)
            if elementsLeft > 0 { values.append(value) } else { isCut = true }
            elementsLeft -= 1
        }
    }

    @_lifetime(self: copy self)
    private mutating func dictionary(depth: Int) throws(ExtractionError) -> PDFDictionary {
        var dictionary = PDFDictionary()
        while true {
            scanner.passSpace()
            if try isEnd(of: UInt8(ascii: ">")) { return dictionary }
            guard try scanner.peek() == UInt8(ascii: "/") else {
                guard leniency != .none else { throw .corrupt("a key that is no name", at: scanner.offset) }
                try passDamage(depth: depth)
                continue
            }
            scanner.advance()
            let key = try scanner.name()
            let value = try value(depth: depth)
            if entriesLeft > 0 { dictionary.append(key, value) } else { isCut = true }
            entriesLeft -= 1
        }
    }

    /// The value of a key, which a damaged dictionary may lack.
    @_lifetime(self: copy self)
    private mutating func value(depth: Int) throws(ExtractionError) -> PDFObject {
        guard leniency != .none else { return try object(depth: depth + 1) }
        scanner.passSpace()
        if scanner.reader.peek() == UInt8(ascii: ">") || scanner.reader.isAtEnd { return .null }
        do throws(ExtractionError) {
            return try object(depth: depth + 1)
        } catch  where error.code == .corrupt {
            scanner.advance()
            return .null
        }
    }

    /// Passes over the bracket that closes an array, or the two that close a dictionary.
    @_lifetime(self: copy self)
    private mutating func isEnd(of bracket: UInt8) throws(ExtractionError) -> Bool {
        if leniency == .toTheEnd, scanner.reader.isAtEnd { return true }
        let byte = try scanner.peek()
        if leniency != .none, endsObject { return true }
        guard byte == bracket else { return false }
        scanner.advance()
        guard bracket == UInt8(ascii: ">") else { return true }
        guard scanner.reader.peek() == bracket || leniency != .none else {
            guard !scanner.reader.isAtEnd else { throw .truncated(at: scanner.offset, needed: 1) }
            throw .corrupt("a dictionary ends with one bracket", at: scanner.offset)
        }
        if scanner.reader.peek() == bracket { scanner.advance() }
        return true
    }

    /// Whether a word stands here that ends all that is open.
    private var endsObject: Bool {
        Self.ends.contains { scanner.reader.starts(with: $0.utf8) }
    }

    /// Passes over something that stands where a key should.
    @_lifetime(self: copy self)
    private mutating func passDamage(depth: Int) throws(ExtractionError) {
        let start = scanner.position
        do throws(ExtractionError) {
            _ = try object(depth: depth + 1)
        } catch  where error.code == .corrupt {
            // One character further than before, at least.
        }
        if scanner.position == start { scanner.advance() }
    }

    /// Passes over an array or a dictionary whose bracket was read, and all that is in it; no recursion.
    @_lifetime(self: copy self)
    private mutating func passNested() throws(ExtractionError) {
        excess = excess ?? .limitExceeded("objects nest deeper than \(depthLimit)", at: scanner.offset)
        var open = 1
        while open > 0 {
            scanner.passSpace()
            if leniency == .toTheEnd, scanner.reader.isAtEnd { return }
            if leniency != .none, endsObject { return }
            let byte = try scanner.peek()
            scanner.advance()
            switch byte {
            case UInt8(ascii: "["): open += 1
            case UInt8(ascii: "]"): open -= 1
            case UInt8(ascii: "("): _ = try scanner.literalString()
            case UInt8(ascii: "<"):
                guard try scanner.peek() == byte else {
                    _ = try scanner.hexadecimalString()
                    continue
                }
                scanner.advance()
                open += 1
            case UInt8(ascii: ">"):
                if try scanner.peek() == byte { scanner.advance() }
                open -= 1
            default: break
            }
        }
    }
}
