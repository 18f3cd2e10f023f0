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
    /// - Throws: `corrupt` where no stream stands or its length is wrong, `limitExceeded` where it is too long.
    func data(
        of stream: IndirectObject, _ dictionary: PDFDictionary, length: Int? = nil
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard let start = stream.streamOffset else { throw .corrupt("no stream", at: stream.offset) }
        let decoder = try StreamDecoder(dictionary, limit: limits.inflatedByteCount, at: stream.offset)
        guard let length = length ?? dictionary["Length"]?.integer, length >= 0, length <= file.byteCount - start else {
            throw .corrupt("a stream without a length", at: stream.offset)
        }
        guard length <= limits.inflatedByteCount else {
            throw .limitExceeded("a stream of \(length) bytes that has to be read whole", at: stream.offset)
        }
        try checkEnd(start + length)
        var bytes = try file.read(start..<(start + length))
        if let decrypt, !decoder.hasCryptFilter { bytes = try decrypt(bytes, stream.reference) }
        return try decoder.decode(bytes, at: start)
    }

    private func checkEnd(_ offset: Int) throws(ExtractionError) {
        let rest = try file.read(offset..<(offset + 32)).drop(while: PDFCharacter.isSpace)
        guard rest.starts(with: "endstream".utf8) else {
            throw .corrupt("a stream does not end where its length says", at: offset)
        }
    }
}
