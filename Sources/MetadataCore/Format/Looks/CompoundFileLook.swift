/// Tells formats that are compound files by the names in their directory ([MS-CFB] 2.6).
enum CompoundFileLook {
    /// A plain compound file, or one of its special kinds.
    static let look: Look = { sample in
        guard let shift = sample.integer(UInt16.self, at: 30, .little), shift == 9 || shift == 12,
            let first = sample.integer(UInt32.self, at: 48, .little)
        else { return .confirmed }
        return sighting(names(sample, first: first, sectorByteCount: 1 << Int(shift)))
    }

    private static let sectorCount = 64

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

    /// The names of the directory's entries, along its chain of sectors.
    private static func names(_ sample: Sample, first: UInt32, sectorByteCount: Int) -> [String] {
        var names: [String] = []
        var sector = first
        for _ in 0..<sectorCount where sector < 0xFFFF_FFFA {
            let start = (Int(sector) + 1) * sectorByteCount
            let content = sample.bytes(at: start, count: sectorByteCount)
            guard !content.isEmpty else { break }
            for entry in stride(from: 0, to: content.count - 127, by: 128) {
                names.append(name(content.dropFirst(entry).prefix(128)))
            }
            guard let next = follower(sample, of: sector, sectorByteCount: sectorByteCount) else { break }
            sector = next
        }
        return names
    }

    /// The next sector of the chain, from the allocation table; only the 109 tables that the header names are used.
    private static func follower(_ sample: Sample, of sector: UInt32, sectorByteCount: Int) -> UInt32? {
        let perTable = UInt32(sectorByteCount / 4)
        guard sector / perTable < 109,
            let table = sample.integer(UInt32.self, at: 76 + 4 * Int(sector / perTable), .little), table < 0xFFFF_FFFA
        else { return nil }
        let place = (Int(table) + 1) * sectorByteCount + 4 * Int(sector % perTable)
        return sample.bytes(at: place, count: 4).integer(UInt32.self, at: 0, .little)
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
