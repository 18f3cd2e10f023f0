internal import Inflation
internal import MetadataCore

/// The filters of a stream and what undoes them (ISO 32000-2, 7.4).
struct StreamDecoder {
    private let filters: [String]
    private let parameters: [PDFDictionary?]
    private let limit: Int

    /// More filters than any writer chains: a decoder would be kept busy for nothing.
    static let filterLimit = 8

    /// Reads `Filter` and `DecodeParms`.
    ///
    /// - Throws: `limitExceeded` when there are too many, `corrupt` when they are no names.
    init(_ dictionary: PDFDictionary, limit: Int, at offset: Int) throws(ExtractionError) {
        self.limit = limit
        let listed = Self.list(dictionary["Filter"] ?? dictionary["F"])
        guard listed.count <= Self.filterLimit else {
            throw .limitExceeded("a stream with \(listed.count) filters", at: offset)
        }
        filters = listed.compactMap(\.name)
        guard filters.count == listed.count else { throw .corrupt("a filter that is no name", at: offset) }
        parameters = Self.list(dictionary["DecodeParms"] ?? dictionary["DP"]).map(\.dictionary)
    }

    /// Whether the stream names its own crypt filter, `Identity` unless said otherwise (ISO 32000-2, 7.6.6).
    var hasCryptFilter: Bool { filters.contains("Crypt") }

    /// Undoes the filters, one after another.
    ///
    /// - Throws: `limitExceeded` when the data of all steps together grow past the limit, `unsupported` for filters of
    ///   images.
    func decode(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        var bytes = bytes
        var left = limit
        for index in filters.indices {
            do throws(ExtractionError) {
                bytes = try undo(index, of: bytes, limit: left, at: offset)
            } catch {
                guard error.code == .limitExceeded, left < limit else { throw error }
                throw .limitExceeded("the steps of a stream grow to more than \(limit) bytes together", at: offset)
            }
            left = max(0, left - bytes.count)
        }
        return bytes
    }

    private func undo(
        _ index: Int, of bytes: ArraySlice<UInt8>, limit: Int, at offset: Int
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        switch filters[index] {
        case "FlateDecode", "Fl":
            // Other readers do not look at the checksum; what they would be given is judged without it.
            let inflated = try Zlib.inflate(bytes, limit: limit, at: offset, isChecked: false)
            return try Predictor(parameters(index)).undo(inflated, at: offset)
        case "LZWDecode", "LZW":
            let isEarly = parameters(index)?["EarlyChange"]?.integer != 0
            let decoded = try LZWDecoder(isEarly: isEarly).decode(bytes, limit: limit, at: offset)
            return try Predictor(parameters(index)).undo(decoded, at: offset)
        case "RunLengthDecode", "RL": return try RunLength.decode(bytes, limit: limit, at: offset)
        case "ASCII85Decode", "A85": return try ASCII85.decode(bytes, at: offset)
        case "ASCIIHexDecode", "AHx": return try Self.hexadecimal(bytes, at: offset)
        case "Crypt": return bytes
        case let filter: throw ExtractionError(.unsupported, "the filter \(filter.prefix(40))", at: offset)
        }
    }

    private func parameters(_ index: Int) -> PDFDictionary? { index < parameters.count ? parameters[index] : nil }

    private static func list(_ object: PDFObject?) -> [PDFObject] {
        switch object {
        case nil, .null: []
        case .array(let values): values
        case .some(let value): [value]
        }
    }

    private static func hexadecimal(
        _ bytes: ArraySlice<UInt8>, at offset: Int
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        let text = Array(bytes) + [UInt8(ascii: ">")]
        var scanner = PDFScanner(text.span, at: offset)
        return try scanner.hexadecimalString()[...]
    }
}
