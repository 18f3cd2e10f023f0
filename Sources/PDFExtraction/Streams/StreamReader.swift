internal import MetadataCore

/// Reads the data of streams.
struct StreamReader {
    let file: PDFBytes
    let limits: Limits
    /// Undoes encryption; nil where there is none.
    var decrypt: ((ArraySlice<UInt8>, PDFReference) throws(ExtractionError) -> ArraySlice<UInt8>)?

    init(
        file: PDFBytes, limits: Limits,
        decrypt: ((ArraySlice<UInt8>, PDFReference) throws(ExtractionError) -> ArraySlice<UInt8>)? = nil
    ) {
        self.file = file
        self.limits = limits
        self.decrypt = decrypt
    }

    /// The decoded data.
    ///
    /// - Parameters:
    ///   - stream: The object.
    ///   - dictionary: Its dictionary.
    ///   - length: Its length where `Length` is a reference.
    /// - Returns: The data with all filters undone.
    /// - Throws: `corrupt` where no stream stands or its length is wrong, `limitExceeded` where it is too long.
    func data(
        of stream: IndirectObject, _ dictionary: PDFDictionary, length: Int? = nil
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard let start = stream.streamOffset else { throw .corrupt("no stream", at: stream.offset) }
        let decoder = try StreamDecoder(dictionary, limit: limits.inflatedByteCount, at: stream.offset)
        let length = try checked(length ?? dictionary["Length"]?.integer, of: stream, from: start)
        var bytes = try file.read(start..<(start + length))
        if let decrypt, !decoder.hasCryptFilter { bytes = try decrypt(bytes, stream.reference) }
        return try decoder.decode(bytes, at: start)
    }

    /// The length that is stated, if the stream ends there; in a broken file, where it does end.
    private func checked(
        _ stated: Int?, of stream: IndirectObject, from start: Int
    ) throws(ExtractionError) -> Int {
        if let length = stated, length >= 0, length <= file.byteCount - start {
            guard length <= limits.inflatedByteCount else {
                throw .limitExceeded("a stream of \(length) bytes that has to be read whole", at: stream.offset)
            }
            let rest = try file.read((start + length)..<(start + length + 32)).drop(while: PDFCharacter.isSpace)
            if rest.starts(with: Self.end) { return length }
        }
        guard file.isLenient, let length = try searchedLength(from: start) else {
            throw .corrupt("a stream does not end where its length says", at: stream.offset)
        }
        return length
    }

    private static let end = Array("endstream".utf8)

    private func searchedLength(from start: Int) throws(ExtractionError) -> Int? {
        let bytes = try file.read(start..<(start + min(limits.inflatedByteCount, file.byteCount - start)))
        var rest = bytes
        while let found = rest.firstIndex(of: UInt8(ascii: "e")) {
            if bytes[found...].starts(with: Self.end) { return found - bytes.startIndex }
            rest = rest[(found + 1)...]
        }
        return nil
    }
}
