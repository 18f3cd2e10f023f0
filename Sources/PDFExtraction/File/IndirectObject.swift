internal import MetadataCore

/// An object with its header, `12 0 obj`, as it stands in the file (ISO 32000-2, 7.3.10).
struct IndirectObject {
    let reference: PDFReference
    let object: PDFObject
    /// Where its header stands.
    let offset: Int
    /// Where the bytes of the stream begin, if it is one.
    let streamOffset: Int?
    /// How many bytes it takes.
    let byteCount: Int
    /// Whether values were passed over because there were too many.
    let isCut: Bool
    /// What nests too deep in it.
    let excess: ExtractionError?
}

extension PDFBytes {
    private static let objectByteCounts = [2_048, 65_536, 1 << 20]

    /// Parses what stands at an offset; what does not fit into the bytes at hand is parsed again with more of them.
    func parse<Value>(
        at offset: Int, limits: Limits, _ body: (inout PDFParser) throws(ExtractionError) -> Value
    ) throws(ExtractionError) -> Value {
        for count in Self.objectByteCounts + [max(4_096, limits.embeddedByteCount)] {
            let bytes = try readOn(from: offset, atLeast: count)
            do throws(ExtractionError) {
                let isLast = bytes.count == byteCount - offset
                var parser = PDFParser(bytes.span, at: offset, limits: limits)
                if isLenient { parser.leniency = isLast ? .toTheEnd : .inside }
                let value = try body(&parser)
                try spend(parser.scanner.position)
                return value
            } catch  where error.code == .truncated && bytes.count < byteCount - offset {
                // What has no end is looked at again and again: it costs more than what is read once.
                try spend(4 * bytes.count)
            }
        }
        throw .limitExceeded("an object of more than \(limits.embeddedByteCount) bytes", at: offset)
    }

    /// Reads the object that stands at an offset, header and all.
    ///
    /// - Throws: `corrupt` where no object begins there.
    func indirectObject(at offset: Int, limits: Limits) throws(ExtractionError) -> IndirectObject {
        guard offset >= 0, offset < byteCount else { throw .corrupt("an object outside the file", at: nil) }
        return try parse(at: offset, limits: limits) { (parser) throws(ExtractionError) in
            let reference = try parser.objectHeader()
            let object = try parser.object()
            let streamStart = try parser.streamStart()
            return IndirectObject(
                reference: reference, object: object, offset: offset,
                streamOffset: streamStart.map { offset + $0 },
                byteCount: parser.scanner.position, isCut: parser.isCut, excess: parser.excess)
        }
    }
}

extension PDFParser {
    /// `12 0 obj`.
    @_lifetime(self: copy self)
    mutating func objectHeader() throws(ExtractionError) -> PDFReference {
        let start = scanner.offset
        scanner.passSpace()
        guard let number = try scanner.unsigned() else { throw .corrupt("no object begins here", at: start) }
        scanner.passSpace()
        guard let generation = try scanner.unsigned() else { throw .corrupt("no object begins here", at: start) }
        scanner.passSpace()
        guard try scanner.passPrefix("obj") else { throw .corrupt("no object begins here", at: start) }
        return PDFReference(number: number, generation: generation)
    }

    /// The position behind the word `stream` and its line end, if it follows (ISO 32000-2, 7.3.8.1).
    @_lifetime(self: copy self)
    mutating func streamStart() throws(ExtractionError) -> Int? {
        scanner.passSpace()
        guard scanner.reader.peek() == UInt8(ascii: "s"), try scanner.passPrefix("stream") else { return nil }
        if try scanner.peek() == 13 { scanner.advance() }
        if try scanner.peek() == 10 { scanner.advance() }
        return scanner.position
    }
}
