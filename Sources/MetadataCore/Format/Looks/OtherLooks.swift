/// Looks further into page descriptions.
enum DocumentLooks {
    /// `%!PS-Adobe-3.0 EPSF-3.0` says that a PostScript file is encapsulated (DSC 3.0, 5).
    static let postscript: Look = { sample in
        let line = sample.head.prefix(128).prefix { $0 != 0x0A && $0 != 0x0D }
        let isEncapsulated = line.ascii(at: 0, count: 128).contains(" EPSF-")
        return isEncapsulated ? .found("eps", "signature at 0, EPSF") : .confirmed
    }
}

/// Looks further into archives whose signature is short.
enum ArchiveLooks {
    /// The ASCII header of cpio is octal or hexadecimal digits.
    static let cpio: Look = { sample in
        sample.head.dropFirst(6).prefix(64).allSatisfy { isHexadecimal($0) } ? .confirmed : nil
    }

    /// A header size that can be, and a file type that exists.
    static let arj: Look = { sample in
        guard let size = sample.integer(UInt16.self, at: 2, .little), (30...2_600).contains(size),
            let first = sample[4], (30...60).contains(first), sample[10] == 2
        else { return nil }
        return .plausible
    }

    /// The dictionary size is a power of two, the length is unknown or sane.
    static let lzma: Look = { sample in
        guard let dictionary = sample.integer(UInt32.self, at: 1, .little), dictionary >= 4_096,
            dictionary.nonzeroBitCount <= 2, let length = sample.integer(UInt64.self, at: 5, .little),
            length == .max || length < 1 << 40, sample[13] == 0
        else { return nil }
        return .plausible
    }

    /// A zlib stream whose first block is no reserved type (RFC 1950, RFC 1951 3.2.3). A stream has no other sign, so
    /// it must not be text either.
    static let zlib: Look = { sample in
        guard sample.byteCount >= 8, let block = sample[2], block >> 1 & 3 != 3 else { return nil }
        let isText = sample.head.prefix(32).allSatisfy { (0x09...0x7E).contains($0) }
        return isText ? nil : Sighting(confidence: 0.6)
    }

    /// The version is 4.0 in one of the byte orders.
    static let squashfs: Look = { sample in
        sample.integer(UInt16.self, at: 28, sample.has("hsqs", at: 0) ? .little : .big).map { $0 <= 4 } == true
            ? .confirmed : nil
    }

    /// A superblock with a block size that exists and a revision of 0 or 1.
    static let ext: Look = { sample in
        guard let logarithm = sample.integer(UInt32.self, at: 1_048, .little), logarithm <= 6,
            let revision = sample.integer(UInt32.self, at: 1_100, .little), revision <= 1
        else { return nil }
        return .plausible
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}

/// Looks further into sound whose signature could be words.
enum AudioLooks {
    /// The first bytes hold one that no text has.
    static let notText: Look = { sample in
        sample.head.prefix(64).contains { $0 < 0x09 || $0 == 0x7F } ? .confirmed : nil
    }

    /// Monkey's Audio: versions 3.9x stand in the next field.
    static let ape: Look = { sample in
        guard let version = sample.integer(UInt16.self, at: 4, .little), (3_200...4_500).contains(version) else {
            return nil
        }
        return .confirmed
    }

    /// The bit stream identification of AC-3 or E-AC-3 (ETSI TS 102 366, 4.4.2.1).
    static let ac3: Look = { sample in
        guard let byte = sample[5], (4...16).contains(byte >> 3), let rate = sample[4], rate & 0x3F < 38 else {
            return nil
        }
        return .plausible
    }
}

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

/// Looks further into models.
enum ModelLooks {
    /// `solid NAME`, then `facet`: words that begin many texts.
    static let asciiSTL: Look = { sample in
        sample.head.ascii(at: 0, count: 512).contains("facet normal") ? .confirmed : nil
    }

    /// The main chunk's length is that of the file, and the first inside is a known one.
    static let threeDS: Look = { sample in
        guard let length = sample.integer(UInt32.self, at: 2, .little), Int(length) == sample.byteCount,
            let inner = sample.integer(UInt16.self, at: 6, .little), [0x0002, 0x3D3D, 0xB000].contains(inner)
        else { return nil }
        return .plausible
    }
}
