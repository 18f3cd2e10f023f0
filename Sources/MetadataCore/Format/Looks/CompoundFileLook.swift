/// Tells formats that are compound files by the names in their directory ([MS-CFB] 2.6).
enum CompoundFileLook {
    /// A plain compound file, or one of its special kinds.
    static let look: Look = { sample in
        guard let shift = sample.integer(UInt16.self, at: 30, .little), shift == 9 || shift == 12,
            let first = sample.integer(UInt32.self, at: 48, .little)
        else { return .confirmed }
        return sighting(names(sample, first: first, sectorByteCount: 1 << Int(shift)))
    }

    /// The most sectors of the directory that are read: 64 entries, or 512 where sectors are large.
    private static let sectorCount = 16

    private static func sighting(_ names: [String]) -> Sighting {
        let entries = names.compactMap { name in FormatTable.entry(.stream, name).map { ($0, name) } }
        guard let best = entries.max(by: { $0.0.priority < $1.0.priority }) else {
            return names.contains(where: isInstallerName) ? .found("msi", "ole2: installer tables") : .confirmed
        }
        return .found(best.0.format.rawValue, "ole2: \(best.1)")
    }

    /// Names of Windows Installer tables are packed into characters from U+3800 to U+4840.
    private static func isInstallerName(_ name: String) -> Bool {
        name.hasPrefix("\u{4840}")
    }

    /// The names of the directory's entries, along its chain of sectors, up to one that decides.
    private static func names(_ sample: Sample, first: UInt32, sectorByteCount: Int) -> [String] {
        var table = AllocationTable(sample, sectorByteCount: sectorByteCount)
        var names: [String] = []
        var sector = first
        for _ in 0..<sectorCount where sector < 0xFFFF_FFFA {
            let content = sample.bytes(at: (Int(sector) + 1) * sectorByteCount, count: sectorByteCount)
            for entry in stride(from: 0, to: content.count - 127, by: 128) {
                names.append(name(content.dropFirst(entry).prefix(128)))
            }
            guard !content.isEmpty, !names.contains(where: decides), let next = table.follower(of: sector) else {
                break
            }
            sector = next
        }
        return names
    }

    private static func decides(_ name: String) -> Bool {
        FormatTable.entry(.stream, name).map { $0.priority > 0 } ?? false
    }

    private static func name(_ entry: ArraySlice<UInt8>) -> String {
        guard let length = entry.integer(UInt16.self, at: 64, .little), length >= 2, length <= 64 else { return "" }
        var scalars = String.UnicodeScalarView()
        for offset in stride(from: 0, to: Int(length) - 2, by: 2) {
            guard let unit = entry.integer(UInt16.self, at: offset, .little), let scalar = Unicode.Scalar(unit) else {
                continue
            }
            scalars.append(unit <= 0x20 ? "_" : scalar)
        }
        return String(scalars)
    }
}

/// The sector that follows each sector ([MS-CFB] 2.3); only the 109 parts that the header names are used.
private struct AllocationTable {
    private let sample: Sample
    private let sectorByteCount: Int
    private var part: (place: UInt32, bytes: ArraySlice<UInt8>) = (.max, [])

    init(_ sample: Sample, sectorByteCount: Int) {
        self.sample = sample
        self.sectorByteCount = sectorByteCount
    }

    /// The next sector of a chain; nil where the table does not say.
    mutating func follower(of sector: UInt32) -> UInt32? {
        let perPart = UInt32(sectorByteCount / 4)
        guard sector / perPart < 109,
            let place = sample.integer(UInt32.self, at: 76 + 4 * Int(sector / perPart), .little), place < 0xFFFF_FFFA
        else { return nil }
        if part.place != place {
            part = (place, sample.bytes(at: (Int(place) + 1) * sectorByteCount, count: sectorByteCount))
        }
        return part.bytes.integer(UInt32.self, at: 4 * Int(sector % perPart), .little)
    }
}
