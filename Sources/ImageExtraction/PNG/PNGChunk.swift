internal import Inflation
internal import MetadataCore

/// The chunks that are read, and how.
enum PNGChunk {
    /// Reads the payload of a chunk, which stands at an offset in the file.
    typealias Reader = @Sendable (inout PNGWalk, ArraySlice<UInt8>, Int) throws(ExtractionError) -> Void

    static let header: FourCC = "IHDR"
    /// Stands before `IHDR` in files that Xcode rewrote.
    static let appleHeader: FourCC = "CgBI"
    static let data: FourCC = "IDAT"
    static let end: FourCC = "IEND"

    /// A keyword stands before their value.
    static let texts: Set<FourCC> = ["tEXt", "zTXt", "iTXt"]

    /// By name; `exIf` is what `eXIf` was called while it was proposed.
    static let readers: [FourCC: Reader] = [
        header: { walk, bytes, offset throws(ExtractionError) in try walk.readHeader(bytes, at: offset) },
        "tRNS": { walk, bytes, _ throws(ExtractionError) in walk.hasTransparency = !bytes.isEmpty },
        "pHYs": { walk, bytes, offset throws(ExtractionError) in try walk.readResolution(bytes, at: offset) },
        "acTL": { walk, bytes, offset throws(ExtractionError) in try walk.readAnimation(bytes, at: offset) },
        "eXIf": { walk, bytes, offset throws(ExtractionError) in walk.scan.embedEXIF(bytes, at: offset) },
        "exIf": { walk, bytes, offset throws(ExtractionError) in walk.scan.embedEXIF(bytes, at: offset) },
        "iCCP": { walk, bytes, offset throws(ExtractionError) in try walk.readProfile(bytes, at: offset) },
        "tEXt": { walk, bytes, offset throws(ExtractionError) in try walk.readText(bytes, at: offset) },
        "zTXt": { walk, bytes, offset throws(ExtractionError) in try walk.readCompressedText(bytes, at: offset) },
        "iTXt": { walk, bytes, offset throws(ExtractionError) in try walk.readInternationalText(bytes, at: offset) },
    ]
}

extension PNGWalk {
    /// The first header counts.
    fileprivate mutating func readHeader(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        guard header == nil else { return }
        header = try PNGHeader(parsing: bytes, at: offset)
    }

    /// Pixels per unit, horizontally and vertically, and the unit (PNG, 11.3.4.3).
    fileprivate mutating func readResolution(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset)
        let x = try reader.read(UInt32.self)
        let y = try reader.read(UInt32.self)
        let isMetre = try reader.read(UInt8.self) == 1
        scan.findResolution(
            Double(x), Double(y), unit: isMetre ? "metre" : "none", from: "png-phys", at: offset)
    }

    /// The number of frames (APNG, `acTL`).
    fileprivate mutating func readAnimation(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset)
        scan.findFrames(Int(try reader.read(UInt32.self)), from: "png-actl", at: offset)
    }

    /// A name, the compression method, and the compressed profile (PNG, 11.3.2.3).
    fileprivate mutating func readProfile(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        let stream = bytes.drop { $0 != 0 }.dropFirst(2)
        let profile = try inflate(stream, limit: scan.limits.embeddedByteCount, at: offset)
        scan.embed(.icc, profile, at: nil)
    }

    /// Inflates a block; all of a file together stay below `limits.inflatedByteCount`.
    mutating func inflate(
        _ bytes: ArraySlice<UInt8>, limit: Int, at offset: Int
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        let limit = min(limit, inflatedLeft)
        do throws(ExtractionError) {
            let inflated = try Zlib.inflate(bytes, limit: limit, at: offset)
            inflatedLeft -= inflated.count
            return inflated
        } catch {
            // What was inflated in vain is spent as well, or many bombs would cost more than one.
            inflatedLeft -= error.code == .limitExceeded ? limit : min(limit, bytes.count)
            throw error
        }
    }
}
