internal import MetadataCore

extension JPEGWalk {
    /// Whether the payload of a segment is read; all others are passed over.
    mutating func isWanted(_ marker: JPEGMarker, _ byteCount: Int) throws(ExtractionError) -> Bool {
        switch marker {
        case .app0, .app14: return true
        case .app1, .app2:
            let head = try scan.reader.peekBytes(min(byteCount, Self.identifierByteCount))
            return JPEGProfilePieces.isPiece(head) || JPEGXMPPieces.isPiece(head) || JPEGEXIFPieces.isPiece(head)
        case .app13:
            return try scan.reader.peekBytes(min(byteCount, Self.photoshop.count)).elementsEqual(Self.photoshop)
        default: return marker.isFrame
        }
    }

    /// What stands before Photoshop's image resources, IPTC datasets among them.
    private static let photoshop = Array("Photoshop 3.0\0".utf8)

    /// As long as the longest identifier of a segment that is read.
    private static let identifierByteCount = 40

    /// Reads the payload of one segment, cut at the end of the file.
    mutating func read(
        _ marker: JPEGMarker, _ payload: ArraySlice<UInt8>, at offset: Int
    ) throws(ExtractionError) {
        switch marker {
        case .app0: try readJFIF(payload, at: offset)
        case .app1: readAPP1(payload, at: offset)
        case .app2: profile.append(payload, limit: scan.limits.embeddedByteCount)
        case .app13: scan.extraction.embedded.append(EmbeddedBlock(.iptc, bytes: payload, offset: offset))
        case .app14: readAdobe(payload)
        default: readFrame(payload, at: offset)
        }
    }

    /// A later frame header replaces an earlier one; one that is cut is passed over.
    private mutating func readFrame(_ payload: ArraySlice<UInt8>, at offset: Int) {
        do throws(ExtractionError) {
            frame = try JPEGFrame(parsing: payload, at: offset)
        } catch {
            scan.extraction.report(error)
        }
    }

    private mutating func readAPP1(_ payload: ArraySlice<UInt8>, at offset: Int) {
        if exif.append(payload, at: offset, to: &scan) { return }
        exif.finish(&scan)
        xmp.append(payload, at: offset, to: &scan)
    }
}

// MARK: - JFIF and Adobe

extension JPEGWalk {
    private static let densityUnits: [UInt8: String] = [0: "none", 1: "inch", 2: "centimetre"]

    /// Reads the density (JFIF 1.02, APP0: identifier, version, units, Xdensity, Ydensity).
    private mutating func readJFIF(_ payload: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard payload.starts(with: Array("JFIF\0".utf8)), payload.count >= 12 else { return }
        var reader = ByteReader(payload.span, at: offset)
        try reader.skip(7)
        let unit = try reader.read(UInt8.self)
        let x = try reader.read(UInt16.self)
        let y = try reader.read(UInt16.self)
        scan.findResolution(
            Double(x), Double(y), unit: Self.densityUnits[unit] ?? "none", from: "jpeg-jfif", at: offset + 7)
    }

    /// Reads the colour transform (ITU-T T.872, 6.5.3: identifier, version, flags0, flags1, transform).
    private mutating func readAdobe(_ payload: ArraySlice<UInt8>) {
        guard payload.starts(with: Array("Adobe".utf8)), payload.count >= 12 else { return }
        adobeTransform = payload[payload.startIndex + 11]
    }
}
