internal import MetadataCore

/// The inverse of ``WireWriter``. Nothing that is read is believed: the other end may be in a stranger's hands.
extension ByteReader {
    /// The most elements of one list, whatever its count says: the bound on memory for lists of small elements.
    static var mostElements: Int { 16_384 }

    @_lifetime(self: copy self)
    mutating func wireByte() throws(ExtractionError) -> UInt8 {
        try read(UInt8.self)
    }

    @_lifetime(self: copy self)
    mutating func wireBoolean() throws(ExtractionError) -> Bool {
        let value = try wireByte()
        guard value < 2 else { throw .corrupt("\(value) is neither true nor false", at: offset) }
        return value == 1
    }

    @_lifetime(self: copy self)
    mutating func wireUnsigned() throws(ExtractionError) -> UInt64 {
        var value: UInt64 = 0
        for place in 0..<10 {
            let byte = try wireByte()
            let bits = UInt64(byte & 0x7F)
            guard place < 9 || bits < 2 else { throw .corrupt("a number of more than 64 bits", at: offset) }
            value |= bits << UInt64(7 * place)
            if byte < 0x80 { return value }
        }
        throw .corrupt("a number of more than 64 bits", at: offset)
    }

    /// A count of elements of at least one byte each.
    @_lifetime(self: copy self)
    mutating func wireCount(atMost limit: Int = Self.mostElements) throws(ExtractionError) -> Int {
        let value = try wireUnsigned()
        guard let count = Int(exactly: value), count <= limit, count <= remaining else {
            throw .corrupt("a count of \(value)", at: offset)
        }
        return count
    }

    @_lifetime(self: copy self)
    mutating func wireInteger() throws(ExtractionError) -> Int {
        let bits = try wireUnsigned()
        return Int(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
    }

    @_lifetime(self: copy self)
    mutating func wireNatural() throws(ExtractionError) -> Int {
        let value = try wireUnsigned()
        guard let natural = Int(exactly: value) else { throw .corrupt("\(value) is too large", at: offset) }
        return natural
    }

    @_lifetime(self: copy self)
    mutating func wireNumber() throws(ExtractionError) -> Double {
        Double(bitPattern: try read(UInt64.self, .little))
    }

    @_lifetime(self: copy self)
    mutating func wireText() throws(ExtractionError) -> String {
        let count = try wireCount(atMost: remaining)
        let span = try readSpan(count)
        do {
            return String(copying: try UTF8Span(validating: span))
        } catch {
            throw .corrupt("text that is not UTF-8", at: offset)
        }
    }

    @_lifetime(self: copy self)
    mutating func wireBlock() throws(ExtractionError) -> [UInt8] {
        let count = try wireCount(atMost: remaining)
        return Array(copying: try readSpan(count))
    }

    @_lifetime(self: copy self)
    mutating func wireList<Element>(
        _ element: (inout ByteReader) throws(ExtractionError) -> Element
    ) throws(ExtractionError) -> [Element] {
        let count = try wireCount()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    @_lifetime(self: copy self)
    mutating func wireOptional<Value>(
        _ value: (inout ByteReader) throws(ExtractionError) -> Value
    ) throws(ExtractionError) -> Value? {
        try wireBoolean() ? try value(&self) : nil
    }
}
