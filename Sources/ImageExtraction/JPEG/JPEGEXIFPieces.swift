internal import MetadataCore

/// The EXIF block of a JPEG, which may be cut into several APP1 segments because one holds 64 KB at most.
///
/// A segment that carries the identifier but no TIFF header goes on where the one before it ended.
struct JPEGEXIFPieces {
    private var bytes: ArraySlice<UInt8> = []
    private var offset: Int?
    private var pieceCount = 0

    /// Whether a segment that begins so is EXIF.
    static func isPiece(_ head: ArraySlice<UInt8>) -> Bool {
        prefixByteCount(of: head) != nil
    }

    /// Takes a segment if it is EXIF.
    ///
    /// - Returns: Whether it is.
    mutating func append(_ payload: ArraySlice<UInt8>, at offset: Int, to scan: inout ImageScan) -> Bool {
        guard let prefix = Self.prefixByteCount(of: payload) else { return false }
        let content = payload.dropFirst(prefix)
        if pieceCount == 0 || TIFFHeader.isHeader(content) {
            finish(&scan)
            bytes = content
            self.offset = offset + prefix
        } else if bytes.count + content.count <= scan.limits.embeddedByteCount {
            bytes += content
        }
        pieceCount += 1
        return true
    }

    /// Hands on what was put together, if anything was.
    mutating func finish(_ scan: inout ImageScan) {
        guard pieceCount > 0 else { return }
        scan.embedEXIF(bytes, at: pieceCount == 1 ? offset : nil)
        self = Self()
    }

    /// How many bytes precede the block (Exif 2.32, 4.7.2.1); some writers put up to four before the identifier.
    private static func prefixByteCount(of payload: ArraySlice<UInt8>) -> Int? {
        let name = Array("exif\0".utf8)
        for start in 0...4 {
            let candidate = payload.dropFirst(start).prefix(name.count)
            guard candidate.count == name.count, payload.count > start + name.count else { return nil }
            if zip(candidate, name).allSatisfy({ $0 | ($1 == 0 ? 0 : 0x20) == $1 }) { return start + name.count + 1 }
        }
        return nil
    }
}
