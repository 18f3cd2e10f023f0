/// Tells files of the ISO base media file format by their brands (ISO/IEC 14496-12, 4.3).
///
/// The major brand goes first. Brands that only name a structure (`mif1`, `isom`) give way to a compatible brand that
/// names a coding.
enum BMFFLook {
    /// A file that begins with `ftyp`.
    static let look: Look = { sample in
        guard let size = sample.integer(UInt32.self, at: 0), size == 0 || size >= 8 else { return nil }
        return sighting(sample, brands: brands(sample, from: 8, size: Int(size)))
    }

    /// The boxed JPEG 2000 family: a signature box of twelve bytes, then `ftyp` (ISO/IEC 15444-1, I.5).
    static let jpeg2000: Look = { sample in
        guard sample.has("ftyp", at: 16), let size = sample.integer(UInt32.self, at: 12) else {
            return .found("jp2", "signature at 0", confidence: 0.8)
        }
        return sighting(sample, brands: brands(sample, from: 20, size: Int(size)))
            ?? .found("jp2", "signature at 0", confidence: 0.8)
    }

    /// A QuickTime file without `ftyp`, or a file that was cut in front: a box that can be first, and one behind it.
    static let bare: Look = { sample in
        guard let size = sample.integer(UInt32.self, at: 0) else { return nil }
        if sample.has("styp", at: 4) { return sighting(sample, brands: brands(sample, from: 8, size: Int(size))) }
        if size == 0 || size == 1 || Int(size) == sample.byteCount {
            return sample.has("mdat", at: 4) || sample.has("moov", at: 4)
                ? .found("mov", "quicktime box at 4", confidence: 0.8) : nil
        }
        guard size >= 8, Int(size) < sample.byteCount else { return nil }
        let next = sample.bytes(at: Int(size) + 4, count: 4)
        guard topLevelBoxes.contains(next.ascii(at: 0, count: 4)) else { return nil }
        return .found("mov", "quicktime box at 4", confidence: 0.8)
    }

    private static let topLevelBoxes: Set<String> = [
        "moov", "mdat", "free", "skip", "wide", "pnot", "udta", "uuid", "ftyp", "PICT",
    ]

    /// The major brand, then the compatible ones; at most 64, without trailing spaces.
    private static func brands(_ sample: Sample, from start: Int, size: Int) -> [String] {
        let end = size == 0 ? sample.head.count : min(sample.head.count, start - 8 + size)
        var brands = [sample.head.ascii(at: start, count: 4)]
        for offset in stride(from: start + 8, to: min(end - 3, start + 256), by: 4) {
            brands.append(sample.head.ascii(at: offset, count: 4))
        }
        return brands.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }

    private static func sighting(_ sample: Sample, brands: [String]) -> Sighting? {
        let known = brands.compactMap { brand in FormatTable.entry(.brand, brand).map { ($0, brand) } }
        guard let major = brands.first, major.utf8.contains(where: { $0 != UInt8(ascii: "?") }) else { return nil }
        guard let first = known.first else { return .found("bmff", "bmff brand \(major)", confidence: 0.8) }
        let isGeneral = generalFormats.contains(first.0.format.rawValue)
        let chosen = isGeneral ? known.first { specialFormats.contains($0.0.format.rawValue) } ?? first : first
        var sighting = Sighting.found(chosen.0.format.rawValue, "bmff brand \(chosen.1)")
        sighting.mediaType = sequences[major]
        return sighting
    }

    /// Formats whose brands name a structure.
    private static let generalFormats: Set<String> = ["heif", "mp4"]

    /// Formats whose brands name a coding; they win over a general major brand.
    private static let specialFormats: Set<String> = ["heic", "avif", "avci", "cr3", "m4a", "jxl"]

    /// Sequences have a media type of their own (ISO/IEC 23008-12, Annexes C and D).
    private static let sequences = [
        "hevc": "image/heic-sequence", "hevx": "image/heic-sequence", "msf1": "image/heif-sequence",
    ]
}
