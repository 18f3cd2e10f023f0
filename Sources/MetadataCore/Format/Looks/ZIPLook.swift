/// Tells formats that are ZIP archives by what is in them (PKWARE APPNOTE 6.3.10).
///
/// The first member may state the media type itself (ODF 1.3 part 2, 3.3; EPUB OCF 3.3, 4.3). Otherwise names decide:
/// those of the central directory, or of the local headers in the head when the directory cannot be read.
enum ZIPLook {
    /// A plain archive, or one of its special kinds.
    static let look: Look = { sample in
        if let stated = statedType(sample) { return stated }
        let central = centralNames(sample)
        return sighting(central.isEmpty ? localNames(sample) : central)
    }

    private static let nameCount = 2_048

    // MARK: - The member `mimetype`

    private static func statedType(_ sample: Sample) -> Sighting? {
        guard sample.has("PK\u{03}\u{04}", at: 0), sample.has("mimetype", at: 30),
            sample.integer(UInt16.self, at: 26, .little) == 8, sample.integer(UInt16.self, at: 8, .little) == 0,
            let extra = sample.integer(UInt16.self, at: 28, .little)
        else { return nil }
        let text = sample.head.ascii(at: 38 + Int(extra), count: 128).prefix {
            $0.isLetter || $0.isNumber || "/.+-".contains($0)
        }
        let formats = FormatTable.formats(mediaType: statedPrefix(String(text)))
        guard let format = formats.first else { return nil }
        return .found(format.rawValue, "zip: mimetype")
    }

    /// The next local header follows the content without a break, so `PK` may hang on the type.
    private static func statedPrefix(_ text: String) -> String {
        text.hasSuffix("PK") ? String(text.dropLast(2)).lowercased() : text.lowercased()
    }

    // MARK: - Names

    private static func localNames(_ sample: Sample) -> [String] {
        var names: [String] = []
        var offset = 0
        while names.count < nameCount, sample.has("PK\u{03}\u{04}", at: offset),
            let length = sample.integer(UInt16.self, at: offset + 26, .little),
            let extra = sample.integer(UInt16.self, at: offset + 28, .little),
            let packed = sample.integer(UInt32.self, at: offset + 18, .little)
        {
            names.append(sample.head.ascii(at: offset + 30, count: Int(length)))
            let content = offset + 30 + Int(length) + Int(extra)
            let hasDescriptor = sample[offset + 6].map { $0 & 8 != 0 } ?? false
            offset = hasDescriptor && packed == 0 ? nextHeader(sample, from: content) : content + Int(packed)
        }
        return names
    }

    /// Where a length stands only behind the content, the next header is found by its signature.
    private static func nextHeader(_ sample: Sample, from start: Int) -> Int {
        var offset = start
        while offset + 4 <= sample.head.count {
            if sample[offset] == 0x50, sample.has("PK\u{03}\u{04}", at: offset) { return offset }
            offset += 1
        }
        return sample.head.count
    }

    private static func centralNames(_ sample: Sample) -> [String] {
        guard let directory = centralDirectory(sample) else { return [] }
        var names: [String] = []
        var offset = 0
        while names.count < nameCount, directory.has("PK\u{01}\u{02}", at: offset),
            let length = directory.integer(UInt16.self, at: offset + 28, .little),
            let extra = directory.integer(UInt16.self, at: offset + 30, .little),
            let comment = directory.integer(UInt16.self, at: offset + 32, .little)
        {
            names.append(directory.ascii(at: offset + 46, count: Int(length)))
            offset += 46 + Int(length) + Int(extra) + Int(comment)
        }
        return names
    }

    /// The central directory, cut at the bound of one look. It stands right in front of its end record, wherever the
    /// archive begins in the file.
    private static func centralDirectory(_ sample: Sample) -> ArraySlice<UInt8>? {
        for length in [22, 65_557] {
            let start = max(0, sample.byteCount - length)
            let tail = sample.tail(length)
            guard let end = endRecord(tail), let size = tail.integer(UInt32.self, at: end + 12, .little) else {
                continue
            }
            let last = start + end
            guard Int(size) <= last else { return nil }
            return sample.bytes(at: last - Int(size), count: Int(size))
        }
        return nil
    }

    private static func endRecord(_ tail: ArraySlice<UInt8>) -> Int? {
        var offset = tail.count - 22
        while offset >= 0 {
            if tail[tail.startIndex + offset] == 0x50, tail.has("PK\u{05}\u{06}", at: offset) { return offset }
            offset -= 1
        }
        return nil
    }

    // MARK: - What names say

    private static func sighting(_ names: [String]) -> Sighting {
        var best: (entry: FormatEntry, name: String)?
        let isPackage = names.contains("[Content_Types].xml")
        for name in names {
            for key in keys(of: name) {
                guard let entry = FormatTable.entry(.member, key), isPackage || !isOpenPackage(entry),
                    best.map({ entry.priority > $0.entry.priority }) ?? true
                else { continue }
                best = (entry, name)
            }
        }
        guard let best else { return .confirmed }
        return .found(best.entry.format.rawValue, "zip: \(best.name.prefix(100))")
    }

    private static func isOpenPackage(_ entry: FormatEntry) -> Bool {
        FormatTable.lineage(of: entry.format).contains(FileFormat(rawValue: "opc"))
    }

    /// What a rule may call a member: its path, its first folder, any file of its extension.
    private static func keys(of name: String) -> [String] {
        var keys = [name]
        if let slash = name.firstIndex(of: "/") { keys.append(String(name[...slash])) }
        if let dot = name.lastIndex(of: ".") { keys.append("*" + name[dot...].lowercased()) }
        if name.hasSuffix(".dist-info/WHEEL") { keys.append("*.dist-info/WHEEL") }
        return keys
    }
}
