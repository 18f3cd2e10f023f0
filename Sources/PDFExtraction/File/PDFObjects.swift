internal import MetadataCore

/// The objects of a file by their numbers.
final class PDFObjects {
    let file: PDFBytes
    let limits: Limits
    private let locate: (Int) throws(ExtractionError) -> ObjectPlace
    /// Set once it is known; nil where nothing is encrypted.
    var security: SecurityHandler?
    /// The first object that nests too deep.
    private(set) var excess: ExtractionError?
    private var streams: [ObjectStream] = []

    private static let streamCacheCount = 4
    private static let streamCacheByteCount = 4 << 20
    private static let referenceLimit = 16

    init(file: PDFBytes, limits: Limits, locate: @escaping (Int) throws(ExtractionError) -> ObjectPlace) {
        self.file = file
        self.limits = limits
        self.locate = locate
    }

    /// The object that a value refers to, or the value.
    ///
    /// - Throws: What made it unreadable; an object that is not there is null (ISO 32000-2, 7.3.10).
    func resolve(_ value: PDFObject?) throws(ExtractionError) -> PDFObject {
        var value = value ?? .null
        for _ in 0..<Self.referenceLimit {
            guard case .reference(let reference) = value else { return value }
            value = try object(reference)?.object ?? .null
        }
        throw .corrupt("references that lead to references", at: nil)
    }

    /// An object with its place; nil when there is none of that number.
    ///
    /// - Throws: `corrupt` where another object stands, `encrypted` where a password is needed to read it.
    func object(_ reference: PDFReference) throws(ExtractionError) -> LoadedObject? {
        switch try locate(reference.number) {
        case .free: return nil
        case .offset(let offset, let generation):
            guard generation == reference.generation else { return nil }
            return try direct(reference, at: offset)
        case .compressed(let stream, let index):
            guard reference.generation == 0 else { return nil }
            let (object, byteCount) = try objectStream(stream).object(reference.number, at: index, limits: limits)
            file.countObject()
            excess = excess ?? object.excess
            try file.spend(byteCount)
            return object
        }
    }

    private func direct(_ reference: PDFReference, at offset: Int) throws(ExtractionError) -> LoadedObject {
        let found = try file.indirectObject(at: offset, limits: limits)
        file.countObject()
        guard found.reference == reference, try startsWord(at: offset) else {
            throw .corrupt("object \(reference.number) is not where it is said to be", at: offset)
        }
        excess = excess ?? found.excess
        return LoadedObject(
            object: found.object, stream: found, offset: offset, isCut: found.isCut, excess: found.excess)
    }

    /// Other readers see a header only where a word begins, or behind the word that ends an object. White space may
    /// stand before it.
    private func startsWord(at offset: Int) throws(ExtractionError) -> Bool {
        let around = try file.read(max(0, offset - 6)..<(offset + 1))
        let before = around.dropLast()
        if let first = around.last, PDFCharacter.isSpace(first) { return true }
        return before.last.map { !PDFCharacter.isRegular($0) } ?? true || before.elementsEqual("endobj".utf8)
    }

    /// The decoded data of a stream.
    func data(of loaded: LoadedObject) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard let stream = loaded.stream, let dictionary = stream.object.dictionary else {
            throw .corrupt("no stream", at: loaded.offset)
        }
        let length = try resolve(dictionary["Length"]).integer
        let data = try reader(for: dictionary).data(of: stream, dictionary, length: length)
        try file.spend(0, decoded: data.count)
        return data
    }

    private func reader(for dictionary: PDFDictionary) -> StreamReader {
        guard let security, security.encryptsStream(dictionary) else { return StreamReader(file: file, limits: limits) }
        return StreamReader(file: file, limits: limits) { (bytes, reference) throws(ExtractionError) in
            try security.decryptStream(bytes, of: reference)
        }
    }

    /// An object stream, decoded.
    func objectStream(_ number: Int) throws(ExtractionError) -> ObjectStream {
        if let known = streams.first(where: { $0.number == number }) { return known }
        guard case .offset(let offset, _) = try locate(number) else {
            throw .corrupt("object stream \(number) is not in the file", at: nil)
        }
        let found = try direct(PDFReference(number: number, generation: 0), at: offset)
        let stream = try ObjectStream(number, found, data: try data(of: found), limits: limits)
        while streams.count >= Self.streamCacheCount
            || (!streams.isEmpty && streams.reduce(stream.byteCount) { $0 + $1.byteCount } > Self.streamCacheByteCount)
        {
            streams.removeFirst()
        }
        streams.append(stream)
        return stream
    }
}

/// An object, and where it came from.
struct LoadedObject {
    let object: PDFObject
    /// The object as it stands in the file; nil when it stood in an object stream.
    let stream: IndirectObject?
    /// Where it stands in the file; nil when it stood in an object stream.
    let offset: Int?
    let isCut: Bool
    /// What nests too deep in it.
    let excess: ExtractionError?
}

/// A stream of objects (ISO 32000-2, 7.5.7).
struct ObjectStream {
    let number: Int
    private let data: ArraySlice<UInt8>
    private let entries: [(number: Int, offset: Int)]

    /// The decoded length, in bytes.
    var byteCount: Int { data.count }

    init(_ number: Int, _ object: LoadedObject, data: ArraySlice<UInt8>, limits: Limits) throws(ExtractionError) {
        self.number = number
        // The space ends an object that the stream ends with.
        self.data = data + [32]
        guard let dictionary = object.object.dictionary, dictionary["Type"]?.name == "ObjStm",
            let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer,
            count >= 0, first >= 0, first <= data.count
        else { throw .corrupt("no object stream", at: object.offset) }
        guard count <= data.count / 2 else { throw .corrupt("an object stream of \(count) objects", at: object.offset) }
        let head = Array(data.prefix(first)) + [32]
        var scanner = PDFScanner(head.span, at: 0)
        var entries: [(number: Int, offset: Int)] = []
        for _ in 0..<count {
            scanner.passSpace()
            let number = try? scanner.unsigned()
            scanner.passSpace()
            guard let number, let offset = try? scanner.unsigned(), offset <= data.count - first else {
                throw .corrupt("the table of an object stream is damaged", at: object.offset)
            }
            entries.append((number, first + offset))
        }
        self.entries = entries
    }

    /// The numbers of its objects.
    var numbers: [Int] { entries.map(\.number) }

    /// The object at an index, and how many bytes were parsed for it.
    ///
    /// - Throws: `corrupt` when another number stands there. Errors name no place, as it was compressed.
    func object(_ number: Int, at index: Int, limits: Limits) throws(ExtractionError) -> (LoadedObject, Int) {
        guard entries.indices.contains(index), entries[index].number == number else {
            throw .corrupt("object \(number) is not where it is said to be", at: nil)
        }
        let bytes = data.dropFirst(entries[index].offset)
        do throws(ExtractionError) {
            var parser = PDFParser(bytes.span, at: 0, limits: limits)
            let object = try parser.object()
            let excess = parser.excess.map { ExtractionError($0.code, $0.message) }
            let loaded = LoadedObject(
                object: object, stream: nil, offset: nil, isCut: parser.isCut, excess: excess)
            return (loaded, parser.scanner.position)
        } catch {
            throw ExtractionError(error.code, error.message)
        }
    }
}
