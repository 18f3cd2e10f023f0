/// Formats without a signature at a fixed place: asked last, of bytes that are nothing else.
enum LooseFormats {
    /// A PDF whose header stands behind other bytes: it may within the first 1,024 (ISO 32000-1, Annex H.3, note 13).
    static func prefixedPDF(_ sample: Sample) -> FormatIdentification? {
        let limit = min(1_024, sample.head.count)
        for offset in 0..<limit where sample[offset] == UInt8(ascii: "%") && sample.has("%PDF-", at: offset) {
            return FormatIdentification(.pdf, basis: "header at \(offset)", confidence: 0.9)
        }
        return headlessPDF(sample)
    }

    /// A PDF whose header is lost: it begins with a comment or an object and ends as PDF does.
    private static func headlessPDF(_ sample: Sample) -> FormatIdentification? {
        let start = sample.head.prefix(64)
        guard start.first == UInt8(ascii: "%") || start.first.map({ (0x30...0x39).contains($0) }) == true,
            start.ascii(at: 0, count: 64).contains(" 0 obj")
        else { return nil }
        let tail = sample.tail(1_024).ascii(at: 0, count: 1_024)
        guard tail.contains("startxref") || tail.contains("%%EOF") else { return nil }
        return FormatIdentification(.pdf, basis: "object at 0, trailer", confidence: 0.7)
    }

    /// The first that fits.
    static func identify(_ sample: Sample) -> FormatIdentification? {
        oldTar(sample) ?? targa(sample) ?? diskImage(sample)
    }

    /// A tar archive of the seventh edition: a header whose checksum is right.
    private static func oldTar(_ sample: Sample) -> FormatIdentification? {
        let header = sample.head.prefix(512)
        guard header.count == 512, header.first != 0 else { return nil }
        let digits = header.ascii(at: 148, count: 8).filter { $0.isNumber }
        guard let stated = Int(digits, radix: 8), stated > 0 else { return nil }
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        return sum == stated ? FormatIdentification(.tar, basis: "header checksum", confidence: 0.9) : nil
    }

    /// Truevision Targa: the trailer of version 2 tells it, else a header whose numbers agree with each other.
    private static func targa(_ sample: Sample) -> FormatIdentification? {
        guard let header = TargaHeader(sample) else { return nil }
        let tail = sample.tail(18)
        if tail.has("TRUEVISION-XFILE.") { return FormatIdentification(.tga, basis: "trailer") }
        guard header.isLikely else { return nil }
        return FormatIdentification(.tga, basis: "plausible header", confidence: 0.5)
    }

    /// An Apple disk image ends with a block of 512 bytes that begins with `koly`.
    private static func diskImage(_ sample: Sample) -> FormatIdentification? {
        guard sample.byteCount > 512 else { return nil }
        let trailer = sample.tail(512)
        return trailer.has("koly") ? FormatIdentification(FileFormat(rawValue: "dmg"), basis: "trailer") : nil
    }
}

/// The 18 bytes at the start of a Targa file (Truevision TGA 2.0, 1991).
private struct TargaHeader {
    /// Whether no other sign is needed: the pixels fit the file.
    let isLikely: Bool

    init?(_ sample: Sample) {
        guard let mapType = sample[1], mapType <= 1, let type = sample[2], [1, 2, 3, 9, 10, 11].contains(type),
            let mapCount = sample.integer(UInt16.self, at: 5, .little), let mapBits = sample[7],
            let width = sample.integer(UInt16.self, at: 12, .little), width > 0,
            let height = sample.integer(UInt16.self, at: 14, .little), height > 0,
            let depth = sample[16], [8, 15, 16, 24, 32].contains(depth), let descriptor = sample[17],
            descriptor & 0xC0 == 0
        else { return nil }
        guard mapType == 1 ? [15, 16, 24, 32].contains(mapBits) && mapCount > 0 : type & 7 != 1 else { return nil }
        let pixels = Int(width) * Int(height) * Int((depth + 7) / 8)
        let start = 18 + Int(sample[0] ?? 0) + Int(mapCount) * Int((mapBits &+ 7) / 8)
        let rest = sample.byteCount - start
        isLikely = type < 8 ? rest >= pixels && rest <= 2 * pixels + 8_192 : rest > 0 && rest <= 2 * pixels + 8_192
    }
}
