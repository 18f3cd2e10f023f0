internal import MetadataCore

/// The bytes of an XMP packet as UTF-8 (ISO 16684-1:2019, section 7.1: UTF-8, UTF-16 or UTF-32).
struct XMPPacket {
    /// The packet in UTF-8.
    let text: ArraySlice<UInt8>
    /// Whether offsets in ``text`` are not those of the source.
    let isTranscoded: Bool

    /// Reads a packet.
    ///
    /// - Throws: ``ExtractionError`` when it is longer than `limits.embeddedByteCount` or in UTF-32.
    init(_ source: any ByteSource, limits: Limits) throws(ExtractionError) {
        guard source.byteCount <= limits.embeddedByteCount else {
            throw .limitExceeded("an XMP packet of \(source.byteCount) bytes", at: nil)
        }
        let bytes = try source.head(limits.embeddedByteCount)
        guard bytes.count == source.byteCount else {
            throw .truncated(at: bytes.count, needed: source.byteCount - bytes.count)
        }
        let head = Array(bytes.prefix(4))
        guard let encoding = Self.encodings.first(where: { head.starts(with: $0.mark) }) else {
            text = bytes
            isTranscoded = false
            return
        }
        guard let order = encoding.order else {
            throw ExtractionError(.unsupported, "XMP in UTF-32", at: 0)
        }
        text = Self.transcoded(bytes, order)[...]
        isTranscoded = true
    }

    /// How a packet in 16 or 32 bits begins: a byte order mark, or `<` without one. No order means UTF-32.
    private static let encodings: [(mark: [UInt8], order: ByteOrder?)] = [
        ([0xFF, 0xFE, 0, 0], nil), ([0, 0, 0xFE, 0xFF], nil), ([0, 0, 0, 0x3C], nil), ([0x3C, 0, 0, 0], nil),
        ([0xFF, 0xFE], .little), ([0xFE, 0xFF], .big), ([0x3C, 0], .little), ([0, 0x3C], .big),
    ]

    private static func transcoded(_ bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> [UInt8] {
        var reader = ByteReader(bytes.span)
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        while let unit = try? reader.read(UInt16.self, order) { units.append(unit) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
