internal import MetadataCore

/// The XMP of a JPEG: a packet, and an extension of it in pieces (XMP specification part 3, 1.1.3).
struct JPEGXMPPieces {
    private static let packetName = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    private static let extensionName = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
    /// The length of the digest that names an extension.
    private static let digestByteCount = 32

    private var digest: [UInt8] = []
    private var extensionByteCount = 0
    private var pieces: [Int: ArraySlice<UInt8>] = [:]
    private var packet: ArraySlice<UInt8> = []
    private var pieceByteCount = 0

    /// Whether a segment that begins so is XMP.
    static func isPiece(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: packetName) || head.starts(with: extensionName)
    }

    /// Takes a segment if it is XMP; a packet is handed on at once.
    mutating func append(_ payload: ArraySlice<UInt8>, at offset: Int, to scan: inout ImageScan) {
        if payload.starts(with: Self.packetName) {
            let packet = payload.dropFirst(Self.packetName.count)
            if self.packet.isEmpty { self.packet = packet }
            scan.embed(.xmp, packet, at: offset + Self.packetName.count)
        } else if payload.starts(with: Self.extensionName) {
            do throws(ExtractionError) {
                try appendPiece(
                    payload.dropFirst(Self.extensionName.count), at: offset + Self.extensionName.count,
                    limit: scan.limits.embeddedByteCount)
            } catch {
                scan.extraction.report(error)
            }
        }
    }

    /// Reads a piece: digest, full length, offset of the piece, its bytes.
    private mutating func appendPiece(
        _ piece: ArraySlice<UInt8>, at offset: Int, limit: Int
    ) throws(ExtractionError) {
        var reader = ByteReader(piece.span, at: offset)
        try reader.skip(Self.digestByteCount)
        let byteCount = Int(try reader.read(UInt32.self))
        let start = Int(try reader.read(UInt32.self))
        let digest = Array(piece.prefix(Self.digestByteCount))
        if self.digest.isEmpty {
            self.digest = digest
            extensionByteCount = byteCount
        }
        guard digest == self.digest, pieces[start] == nil, pieceByteCount + piece.count <= limit else { return }
        pieceByteCount += piece.count
        // Copied, so that a small piece does not keep the window alive that it was read in.
        pieces[start] = Array(piece.dropFirst(reader.position))[...]
    }

    /// Hands on the extension, if all of it is there and a packet names it.
    mutating func finish(_ scan: inout ImageScan) {
        guard !pieces.isEmpty else { return }
        var bytes: ArraySlice<UInt8> = []
        for (start, piece) in pieces.sorted(by: { $0.key < $1.key }) where start == bytes.count {
            bytes += piece
        }
        guard bytes.count == extensionByteCount else {
            scan.extraction.report(
                .truncated, .warning, "the XMP extension has \(bytes.count) of \(extensionByteCount) bytes")
            return
        }
        guard isNamed else { return }
        scan.embed(.xmp, bytes, at: nil)
    }

    private var isNamed: Bool {
        packet.indices.contains { packet[$0] == digest.first && packet[$0...].starts(with: digest) }
    }
}
