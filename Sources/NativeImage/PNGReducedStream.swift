import MetadataCore

/// The parts of a PNG that its header consists of, without all that a file may make as long as it likes.
///
/// PNG (ISO/IEC 15948), 5.3: a chunk is a length, a type, so many bytes and a checksum. IHDR, PLTE and tRNS have at
/// most 13, 768 and 256 bytes of data, so what is kept is small whatever the file claims.
struct PNGReducedStream {
    /// The kept bytes: at most a few kilobytes.
    private(set) var bytes: [UInt8] = []
    /// Why the walk ended, where it did not reach the image data.
    private(set) var end: LibraryOutcome?

    private static let signatureByteCount = 8
    private static let imageData: UInt32 = 0x4944_4154
    /// Chunk types that stay, with the most bytes of data that a valid one has (11.2.2, 11.2.3, 11.3.2.1).
    private static let keptChunks: [UInt32: Int] = [
        0x4948_4452: 13,  // IHDR
        0x504C_5445: 768,  // PLTE
        0x7452_4E53: 256,  // tRNS
        0x4945_4E44: 0,  // IEND: libpng says that it comes too early
    ]

    /// Walks the chunks up to the first IDAT.
    init(_ source: any ByteSource, limits: Limits) {
        var reader = SourceReader(source, windowByteCount: 4_096)
        do throws(ExtractionError) {
            bytes += try reader.bytes(min(Self.signatureByteCount, source.byteCount))
            end = try walk(&reader, limits: limits)
        } catch {
            end = error.code == .truncated ? .truncated(at: error.offset ?? source.byteCount) : .failed(error)
        }
    }

    private mutating func walk(
        _ reader: inout SourceReader, limits: Limits
    ) throws(ExtractionError) -> LibraryOutcome? {
        for _ in 0..<max(0, limits.elementCount) {
            let head = try reader.bytes(8)
            var fields = ByteReader(head.span)
            let length = Int(try fields.read(UInt32.self))
            let type = try fields.read(UInt32.self)
            if type == Self.imageData {
                bytes += head
                return nil
            }
            guard let allowed = Self.keptChunks[type], bytes.count < limits.embeddedByteCount else {
                try reader.skip(length + 4)
                continue
            }
            bytes += head
            // A chunk longer than allowed is not worth its bytes: libpng stops at its length.
            guard length <= allowed else { return nil }
            bytes += try reader.bytes(length + 4)
        }
        return .limit(at: reader.offset)
    }
}
