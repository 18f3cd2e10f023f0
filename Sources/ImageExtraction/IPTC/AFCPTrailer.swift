internal import MetadataCore

/// What programs append to an image that they cannot write into: a directory of blocks at the end of the file.
///
/// The trailer's last 12 bytes are its signature and where its directory begins: `AXS!` for numbers with the most
/// significant byte first, `AXS*` for the others (AXS File Concatenation Protocol 1.0).
enum AFCPTrailer {
    private static let signature = Array("AXS".utf8)
    private static let entryByteCount = 12
    /// Room for more blocks than any honest trailer has.
    private static let directoryByteCount = 64 * entryByteCount

    /// Hands on the IPTC block of a trailer, if there is one.
    ///
    /// Where not every byte is read, the end of a file is not worth a request: few files have a trailer.
    static func embed(from source: any ByteSource, _ options: ExtractionOptions, into extraction: inout Extraction) {
        guard options.readsEveryByte || source.byteCount <= RangePlan.headByteCount else { return }
        do throws(ExtractionError) {
            guard let place = try place(in: source, options.limits) else { return }
            let bytes = try source.read(place)
            extraction.embedded.append(EmbeddedBlock(.iptc, bytes: bytes, offset: place.lowerBound))
        } catch {
            extraction.report(error, .note)
        }
    }

    private static func place(in source: any ByteSource, _ limits: Limits) throws(ExtractionError) -> Range<Int>? {
        let end = try source.tail(entryByteCount)
        guard end.count == entryByteCount, let order = order(of: end) else { return nil }
        var reader = ByteReader(end.span)
        try reader.seek(to: signature.count + 1)
        let start = Int(try reader.read(UInt32.self, order))
        let directory = try source.read(start..<start + directoryByteCount)
        guard self.order(of: directory) == order else { throw .corrupt("a trailer without a directory", at: start) }
        return try place(in: source, directory, order, limits)
    }

    private static func place(
        in source: any ByteSource, _ directory: ArraySlice<UInt8>, _ order: ByteOrder, _ limits: Limits
    ) throws(ExtractionError) -> Range<Int>? {
        var reader = ByteReader(directory.span)
        try reader.seek(to: signature.count + 3)
        let count = Int(try reader.read(UInt16.self, order))
        try reader.seek(to: entryByteCount)
        for _ in 0..<min(count, directory.count / entryByteCount - 1) {
            let name = FourCC(rawValue: try reader.read(UInt32.self))
            let byteCount = Int(try reader.read(UInt32.self, order))
            let offset = Int(try reader.read(UInt32.self, order))
            guard name == "IPTC", byteCount > 0 else { continue }
            guard offset + byteCount <= source.byteCount else {
                throw .truncated(at: source.byteCount, needed: offset + byteCount - source.byteCount)
            }
            guard byteCount <= limits.embeddedByteCount else {
                throw .limitExceeded("an IPTC block of \(byteCount) bytes", at: offset)
            }
            return offset..<offset + byteCount
        }
        return nil
    }

    private static func order(of bytes: ArraySlice<UInt8>) -> ByteOrder? {
        guard bytes.starts(with: signature) else { return nil }
        return switch bytes.dropFirst(signature.count).first {
        case UInt8(ascii: "!"): .big
        case UInt8(ascii: "*"): .little
        default: nil
        }
    }
}
