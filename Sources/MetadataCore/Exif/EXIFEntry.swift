/// One entry of a directory: a tag and its value as it stands in the file.
///
/// Both readers of EXIF make these, and ``EXIFInterpreter`` alone says what they mean.
package struct EXIFEntry: Hashable, Sendable {
    /// The directory that the entry stands in.
    package var directory: EXIFDirectory
    /// What the value means.
    package var tag: EXIFTag
    /// The type of the values.
    package var type: EXIFValueType
    /// The number of values.
    package var count: Int
    /// The values, in ``order``.
    package var bytes: ArraySlice<UInt8>
    /// The order of the bytes in numbers.
    package var order: ByteOrder
    /// Where the first value stands, in bytes from the start of the source; nil where the reader does not know.
    package var offset: Int?

    /// Makes an entry.
    package init(
        _ tag: EXIFTag, in directory: EXIFDirectory, type: EXIFValueType, count: Int, bytes: ArraySlice<UInt8>,
        order: ByteOrder, offset: Int? = nil
    ) {
        self.directory = directory
        self.tag = tag
        self.type = type
        self.count = count
        self.bytes = bytes
        self.order = order
        self.offset = offset
    }
}

// MARK: - Values

extension EXIFEntry {
    /// The text up to its first NUL, without white space around it; nil when the value is no text or says nothing.
    ///
    /// Bytes that are not UTF-8 are read as ISO 8859-1: EXIF allows ASCII only, and what Western writers put there
    /// instead is mostly that.
    package var text: String? {
        guard type.isText else { return nil }
        let trimmed = (bytes.prefix { $0 != 0 }).trimmingSpace()
        guard !trimmed.isEmpty else { return nil }
        return String(validating: trimmed, as: UTF8.self) ?? String(latin1: trimmed)
    }

    /// The whole number at `index`; nil when there is none. A single undefined byte counts as one.
    package func integer(at index: Int = 0) -> Int? {
        guard type.isInteger || (type == .undefined && count == 1) else { return nil }
        guard let value = value(at: index) else { return nil }
        var reader = ByteReader(value.span)
        return try? reader.readInteger(type, order)
    }

    /// All whole numbers, `limit` of them at most.
    package func integers(limit: Int) -> [Int] {
        (0..<max(0, min(count, limit))).compactMap(integer(at:))
    }

    /// The finite number at `index`; nil when there is none, and for a fraction whose denominator is 0.
    package func number(at index: Int = 0) -> Double? {
        guard type.isRational || type == .float || type == .double else { return integer(at: index).map(Double.init) }
        guard let value = value(at: index) else { return nil }
        var reader = ByteReader(value.span)
        guard let number = try? reader.readNumber(type, order), number.isFinite else { return nil }
        return number
    }

    /// The bytes of the value at `index`.
    private func value(at index: Int) -> ArraySlice<UInt8>? {
        guard let width = type.byteCount, index >= 0, index < count, index < bytes.count / width else { return nil }
        return bytes.dropFirst(index * width).prefix(width)
    }
}

extension ByteReader {
    @_lifetime(self: copy self)
    fileprivate mutating func readInteger(_ type: EXIFValueType, _ order: ByteOrder) throws(ExtractionError) -> Int? {
        switch (type.byteCount, type.isSigned) {
        case (1, false): Int(try read(UInt8.self))
        case (1, true): Int(try read(Int8.self))
        case (2, false): Int(try read(UInt16.self, order))
        case (2, true): Int(try read(Int16.self, order))
        case (4, false): Int(try read(UInt32.self, order))
        case (4, true): Int(try read(Int32.self, order))
        case (8, false): Int(exactly: try read(UInt64.self, order))
        case (8, true): Int(exactly: try read(Int64.self, order))
        default: nil
        }
    }

    @_lifetime(self: copy self)
    fileprivate mutating func readNumber(_ type: EXIFValueType, _ order: ByteOrder) throws(ExtractionError) -> Double? {
        switch type {
        case .float: return Double(Float(bitPattern: try read(UInt32.self, order)))
        case .double: return Double(bitPattern: try read(UInt64.self, order))
        default: break
        }
        let isSigned = type == .signedRational
        guard let numerator = try readInteger(isSigned ? .signedLong : .long, order),
            let denominator = try readInteger(isSigned ? .signedLong : .long, order), denominator != 0
        else { return nil }
        return Double(numerator) / Double(denominator)
    }
}
