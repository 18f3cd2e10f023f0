/// Looks further into films.
enum VideoLooks {
    /// The document type of an EBML header says which profile it is (RFC 8794, 11.2.10).
    static let ebml: Look = { sample in
        for offset in 4..<64 where sample[offset] == 0x42 && sample[offset + 1] == 0x82 {
            guard let length = sample[offset + 2], length & 0x80 != 0 else { continue }
            let name = sample.head.ascii(at: offset + 3, count: Int(length & 0x7F)).filter { $0 != "?" }
            guard let entry = FormatTable.entry(.doctype, name) else { return nil }
            return .found(entry.format.rawValue, "ebml doctype \(name)")
        }
        return Sighting(confidence: 0.8)
    }

    /// A sync byte every 188 bytes, or every 192 behind a time stamp (ISO/IEC 13818-1, 2.4.3.2).
    static let transportStream: Look = { sample in
        for (start, stride) in [(0, 188), (4, 192), (0, 204)] where sample[start] == 0x47 {
            let packets = min(5, (sample.head.count - start) / stride)
            guard packets >= 3 || (packets >= 1 && sample.byteCount < 3 * stride + start) else { continue }
            if (0..<packets).allSatisfy({ sample[start + $0 * stride] == 0x47 }) {
                let hasBinary = sample.head.prefix(188).contains { $0 < 0x09 || $0 >= 0x80 }
                return hasBinary ? .plausible : nil
            }
        }
        return nil
    }

    /// The version is one that exists.
    static let flash: Look = { sample in
        guard let version = sample[3], (1...50).contains(version), sample.head.count >= 8,
            let length = sample.integer(UInt32.self, at: 4, .little), length >= 8, length < 1 << 28
        else { return nil }
        return .confirmed
    }

    /// The header block of a DIF sequence (SMPTE 314M).
    static let dv: Look = { sample in
        guard let flags = sample[3], flags & 0x7F == 0x3F, sample[80] == nil || sample[80].map({ $0 >> 5 == 1 }) == true
        else { return nil }
        return .plausible
    }

    /// A size and a count of frames.
    static let flic: Look = { sample in
        guard let frames = sample.integer(UInt16.self, at: 6, .little), frames > 0,
            let width = sample.integer(UInt16.self, at: 8, .little), (1...4_096).contains(width),
            let depth = sample.integer(UInt16.self, at: 12, .little), [8, 15, 16, 24].contains(depth)
        else { return nil }
        return .plausible
    }
}
