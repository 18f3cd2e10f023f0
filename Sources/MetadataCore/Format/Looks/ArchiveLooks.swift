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
