/// Tells raw camera files that are TIFF files inside by what their first directory says (TIFF 6.0, section 2; for DNG
/// the tag `DNGVersion`, DNG 1.7.1, chapter 4).
enum TIFFLook {
    /// A plain TIFF, or one of its special kinds.
    static let look: Look = { sample in
        let order: ByteOrder = sample[0] == UInt8(ascii: "I") ? .little : .big
        guard let offset = sample.integer(UInt32.self, at: 4, order) else { return Sighting(confidence: 0.9) }
        let directory = Directory(sample, at: Int(offset), order)
        return directory.special ?? .confirmed
    }

    /// What the first directory says, as far as it decides.
    private struct Directory {
        var tags: Set<UInt16> = []
        var make = ""
        var compression: UInt16 = 0
        var isReduced = false

        private static let entryByteCount = 12

        init(_ sample: Sample, at offset: Int, _ order: ByteOrder) {
            let count = sample.bytes(at: offset, count: 2).integer(UInt16.self, at: 0, order).map(Int.init) ?? 0
            let length = min(count, 512) * Self.entryByteCount
            let entries = sample.bytes(at: offset + 2, count: length)
            for start in stride(from: 0, to: entries.count - Self.entryByteCount + 1, by: Self.entryByteCount) {
                guard let tag = entries.integer(UInt16.self, at: start, order) else { break }
                tags.insert(tag)
                read(tag, entries.dropFirst(start).prefix(Self.entryByteCount), sample, order)
            }
        }

        private mutating func read(_ tag: UInt16, _ entry: ArraySlice<UInt8>, _ sample: Sample, _ order: ByteOrder) {
            switch tag {
            case 0x00FE: isReduced = entry.integer(UInt32.self, at: 8, order) == 1
            case 0x0103: compression = entry.integer(UInt16.self, at: 8, order) ?? 0
            case 0x010F: make = Self.text(entry, sample, order)
            default: break
            }
        }

        private static func text(_ entry: ArraySlice<UInt8>, _ sample: Sample, _ order: ByteOrder) -> String {
            guard let count = entry.integer(UInt32.self, at: 4, order), count > 4,
                let offset = entry.integer(UInt32.self, at: 8, order)
            else { return "" }
            return sample.bytes(at: Int(offset), count: min(Int(count), 64)).ascii(at: 0, count: 64).uppercased()
        }

        var special: Sighting? {
            if tags.contains(0xC612) { return .found("dng", "tiff tag DNGVersion") }
            return TIFFLook.makers.first { $0.applies(to: self) }.map { .found($0.format, "tiff made by \($0.make)") }
        }
    }

    /// A maker's raw files: the beginning of the tag `Make`, and a sign that they are no developed pictures.
    private struct Maker {
        var make: String
        var format: String
        /// Tags that must stand in the first directory.
        var tags: [UInt16] = []
        /// Values of `Compression` that only raw files have; any when empty.
        var compressions: Set<UInt16> = []
        /// Whether the first picture must be a preview (`NewSubfileType` 1).
        var isPreview = false

        func applies(to directory: Directory) -> Bool {
            directory.make.hasPrefix(make) && tags.allSatisfy(directory.tags.contains)
                && (compressions.isEmpty || compressions.contains(directory.compression))
                && (!isPreview || directory.isReduced)
        }
    }

    /// 0x014A is `SubIFDs`, 0xC634 `DNGPrivateData`, where Sony puts the address of its own block.
    private static let makers = [
        Maker(make: "NIKON", format: "nef", tags: [0x014A], isPreview: true),
        Maker(make: "NIKON", format: "nef", compressions: [34_713]),
        Maker(make: "SONY", format: "sr2", tags: [0xC634, 0x014A], compressions: [1]),
        Maker(make: "SONY", format: "arw", tags: [0xC634]),
        Maker(make: "PENTAX", format: "pef", compressions: [65_535]),
        Maker(make: "RICOH", format: "pef", compressions: [65_535]),
        Maker(make: "ASAHI", format: "pef", compressions: [65_535]),
        Maker(make: "SAMSUNG", format: "srw", tags: [0x014A], isPreview: true),
        Maker(make: "SEIKO EPSON", format: "erf", tags: [0x014A]),
        Maker(make: "HASSELBLAD", format: "3fr", tags: [0x014A]),
        Maker(make: "KODAK", format: "dcr", compressions: [65_000, 7]),
        Maker(make: "EASTMAN KODAK", format: "dcr", compressions: [65_000]),
    ]
}
