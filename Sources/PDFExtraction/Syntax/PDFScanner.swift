internal import MetadataCore

/// Reads the characters of PDF syntax: white space, numbers, names, strings, words (ISO 32000-2, 7.2 and 7.3).
///
/// Whatever ends at the end of the span is reported as `truncated`, as it may go on in bytes that are not there.
struct PDFScanner: ~Escapable {
    private(set) var reader: ByteReader

    /// Names and words are shorter in any file; of longer ones the beginning is kept.
    private static let wordByteLimit = 4_096

    @_lifetime(copy span)
    init(_ span: Span<UInt8>, at offset: Int) {
        reader = ByteReader(span, at: offset)
    }

    var position: Int { reader.position }
    var offset: Int { reader.offset }

    @_lifetime(self: copy self)
    mutating func seek(to position: Int) throws(ExtractionError) { try reader.seek(to: position) }

    @_lifetime(self: copy self)
    mutating func advance() { try? reader.skip(1) }

    /// The next byte, not passed over.
    func peek() throws(ExtractionError) -> UInt8 {
        guard let byte = reader.peek() else { throw .truncated(at: reader.offset, needed: 1) }
        return byte
    }

    /// The byte behind the next one.
    func peekSecond() -> UInt8? { reader.peek(1) }

    /// Passes over white space and comments.
    @_lifetime(self: copy self)
    mutating func passSpace() {
        while let byte = reader.peek() {
            if PDFCharacter.isSpace(byte) {
                advance()
            } else if byte == UInt8(ascii: "%") {
                while let byte = reader.peek(), byte != 10, byte != 13 { advance() }
            } else {
                return
            }
        }
    }

    /// A run of regular characters: `obj`, `true`, `R`.
    @_lifetime(self: copy self)
    mutating func word() throws(ExtractionError) -> String {
        var count = 0
        while let byte = reader.peek(count), PDFCharacter.isRegular(byte) { count += 1 }
        guard count < reader.remaining else { throw .truncated(at: reader.offset + count, needed: 1) }
        var start = reader
        let kept = try start.readSpan(min(count, Self.wordByteLimit))
        try reader.skip(count)
        if let text = try? UTF8Span(validating: kept) { return String(copying: text) }
        return String(decoding: kept.indices.map { kept[$0] }, as: UTF8.self)
    }

    /// Passes over `word` if it stands here and ends here.
    @_lifetime(self: copy self)
    mutating func pass(_ word: String) throws(ExtractionError) -> Bool {
        let start = position
        guard try passPrefix(word) else { return false }
        guard let next = reader.peek(), PDFCharacter.isRegular(next) else { return true }
        try seek(to: start)
        return false
    }

    /// Passes over `word` if it stands here, whatever follows: some writers leave no space behind `obj`.
    @_lifetime(self: copy self)
    mutating func passPrefix(_ word: String) throws(ExtractionError) -> Bool {
        guard reader.remaining >= word.utf8.count else { throw .truncated(at: reader.offset, needed: 1) }
        guard reader.starts(with: word.utf8) else { return false }
        try reader.skip(word.utf8.count)
        return true
    }

    /// A whole number without a sign, whose end is seen; nil, nothing passed over, when something else stands here.
    @_lifetime(self: copy self)
    mutating func unsigned() throws(ExtractionError) -> Int? {
        let start = position
        var value = 0
        var isOverflow = false
        while true {
            let byte = try peek()
            guard PDFCharacter.isDigit(byte) else {
                guard position > start, !PDFCharacter.isRegular(byte), !isOverflow else {
                    try seek(to: start)
                    return nil
                }
                return value
            }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, stillTooLarge) = product.addingReportingOverflow(Int(byte &- 48))
            if tooLarge || stillTooLarge { isOverflow = true }
            value = isOverflow ? value : sum
            advance()
        }
    }
}

// MARK: - Numbers and names

extension PDFScanner {
    /// A number (ISO 32000-2, 7.3.3). A whole one that fits no `Int` becomes a real.
    @_lifetime(self: copy self)
    mutating func number() throws(ExtractionError) -> PDFObject {
        let start = offset
        var isNegative = false
        if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(try peek()) {
            isNegative = try peek() == UInt8(ascii: "-")
            advance()
        }
        var digits = DecimalDigits()
        while true {
            let byte = try peek()
            guard PDFCharacter.isRegular(byte) else { break }
            guard digits.add(byte) else { throw .corrupt("no number", at: start) }
            advance()
        }
        guard let value = digits.value(isNegative: isNegative) else { throw .corrupt("no number", at: start) }
        return value
    }

    /// A name behind its solidus (ISO 32000-2, 7.3.5), `#` codes replaced.
    @_lifetime(self: copy self)
    mutating func name() throws(ExtractionError) -> String {
        var text = try word()
        guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            let code = rest.prefix(2).compactMap(PDFCharacter.hexadecimal)
            if byte == UInt8(ascii: "#"), code.count == 2, let high = code.first, let low = code.last {
                plain.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        text = String(decoding: plain, as: UTF8.self)
        return text
    }
}

/// The digits of a number as they come.
private struct DecimalDigits {
    private var whole = 0
    private var real = 0.0
    private var scale = 1.0
    private var digitCount = 0
    private var hasPoint = false
    private var isOverflow = false

    /// Adds a digit or the point; false for anything else.
    mutating func add(_ byte: UInt8) -> Bool {
        if byte == UInt8(ascii: ".") {
            guard !hasPoint else { return false }
            hasPoint = true
            return true
        }
        guard PDFCharacter.isDigit(byte) else { return false }
        digitCount += 1
        let digit = Int(byte &- 48)
        if hasPoint {
            scale *= 10
        } else {
            let (product, tooLarge) = whole.multipliedReportingOverflow(by: 10)
            let (sum, stillTooLarge) = product.addingReportingOverflow(digit)
            if tooLarge || stillTooLarge { isOverflow = true } else { whole = sum }
        }
        real = real * 10 + Double(digit)
        return true
    }

    func value(isNegative: Bool) -> PDFObject? {
        guard digitCount > 0 || hasPoint else { return nil }
        guard hasPoint || isOverflow else { return .integer(isNegative ? -whole : whole) }
        let value = real / scale
        guard value.isFinite else {
            return .real(isNegative ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude)
        }
        return .real(isNegative ? -value : value)
    }
}

// MARK: - Strings

extension PDFScanner {
    /// A literal string behind its parenthesis (ISO 32000-2, 7.3.4.2). Line ends stay as they are: encrypted strings
    /// are written with unescaped ones.
    @_lifetime(self: copy self)
    mutating func literalString() throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        var depth = 1
        while true {
            let byte = try peek()
            advance()
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return bytes }
            case UInt8(ascii: "\\"):
                if let escaped = try escape() { bytes.append(escaped) }
                continue
            default: break
            }
            bytes.append(byte)
        }
    }

    /// What stands behind a reverse solidus; nil for a line end, which says nothing.
    @_lifetime(self: copy self)
    private mutating func escape() throws(ExtractionError) -> UInt8? {
        let byte = try peek()
        advance()
        switch byte {
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case 10: return nil
        case 13:
            if try peek() == 10 { advance() }
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return try octal(byte)
        default: return byte
        }
    }

    @_lifetime(self: copy self)
    private mutating func octal(_ first: UInt8) throws(ExtractionError) -> UInt8 {
        var code = first &- 48
        for _ in 0..<2 {
            let byte = try peek()
            guard byte &- 48 < 8 else { break }
            code = code << 3 | (byte &- 48)
            advance()
        }
        return code
    }

    /// A hexadecimal string behind its bracket (ISO 32000-2, 7.3.4.3); a missing last digit is 0.
    @_lifetime(self: copy self)
    mutating func hexadecimalString() throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        while true {
            let byte = try peek()
            advance()
            if byte == UInt8(ascii: ">") { break }
            guard let digit = PDFCharacter.hexadecimal(byte) else { continue }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { bytes.append(high << 4) }
        return bytes
    }
}
