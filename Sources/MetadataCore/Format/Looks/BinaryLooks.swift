/// Looks further into programs, databases, fonts and measured data.
enum BinaryLooks {
    /// The type field of an ELF header (System V ABI, 4: `e_type`).
    static let elf: Look = { sample in
        let order: ByteOrder = sample[5] == 2 ? .big : .little
        let types: [UInt16: String] = [1: "object", 2: "executable", 3: "sharedlib", 4: "coredump"]
        guard let type = sample.integer(UInt16.self, at: 16, order), let name = types[type] else { return .confirmed }
        return Sighting(mediaType: "application/x-\(name)")
    }

    /// `MZ`, and at the place that offset 60 names `PE\0\0`; without it a program for DOS.
    static let portableExecutable: Look = { sample in
        guard let header = sample.integer(UInt32.self, at: 60, .little) else { return nil }
        let start = Int(header)
        if sample.bytes(at: start, count: 4).has("PE\0\0") { return .confirmed }
        guard let last = sample.integer(UInt16.self, at: 2, .little), last < 512,
            let pages = sample.integer(UInt16.self, at: 4, .little), pages > 0,
            let paragraphs = sample.integer(UInt16.self, at: 8, .little), (2...4_096).contains(paragraphs)
        else { return nil }
        return .found("dosexe", "signature at 0", confidence: 0.8)
    }

    /// A fat binary and a Java class share a magic: few architectures against a version of 45 and more.
    static let machO: Look = { sample in
        guard sample[0] == 0xCA else { return .confirmed }
        guard let count = sample.integer(UInt32.self, at: 4), (1...20).contains(count) else { return nil }
        return .confirmed
    }

    /// The major version of a class file (JVM specification, 4.1).
    static let javaClass: Look = { sample in
        guard let major = sample.integer(UInt16.self, at: 6), (45...100).contains(major) else { return nil }
        return .confirmed
    }

    /// The magic stands at the end too; where the end cannot be had, bytes that are no text do.
    static let parquet: Look = { sample in
        let tail = sample.tail(4)
        if tail.has("PAR1") || tail.has("PARE") { return .confirmed }
        return sample.head.prefix(64).contains { $0 < 0x09 } ? .plausible : nil
    }

    /// The last byte is the postscript's length, and the postscript ends with the magic.
    static let orc: Look = { sample in
        let tail = sample.tail(4)
        return tail.has("ORC") ? .confirmed : nil
    }

    /// A dBASE table: a date that can be, lengths that fit, and a header that ends with a carriage return.
    static let dbf: Look = { sample in
        guard let month = sample[2], (1...12).contains(month), let day = sample[3], (1...31).contains(day),
            let header = sample.integer(UInt16.self, at: 8, .little), header >= 65, header < 32_768,
            let record = sample.integer(UInt16.self, at: 10, .little), record > 1,
            sample.bytes(at: Int(header) - 2, count: 2).contains(0x0D)
        else { return nil }
        return .plausible
    }

    /// A table directory with a count that can be, and a first tag of letters.
    static let sfnt: Look = { sample in
        guard let count = sample.integer(UInt16.self, at: 4), (1...255).contains(count) else { return nil }
        let tag = sample.head.dropFirst(12).prefix(4)
        guard tag.count == 4, tag.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return .confirmed
    }

    /// The length of the file stands in the header (Printer Font Metrics, dfSize).
    static let pfm: Look = { sample in
        guard let size = sample.integer(UInt32.self, at: 2, .little), Int(size) == sample.byteCount else { return nil }
        return .plausible
    }

    /// A resource fork: map and data lie inside the file and one behind the other.
    static let resourceFork: Look = { sample in
        guard let map = sample.integer(UInt32.self, at: 4), let dataSize = sample.integer(UInt32.self, at: 8),
            let mapSize = sample.integer(UInt32.self, at: 12), mapSize > 28, UInt64(map) == 256 + UInt64(dataSize),
            Int(map) + Int(mapSize) <= sample.byteCount
        else { return nil }
        return .plausible
    }

    /// European Data Format: the header is ASCII, its length a multiple of 256.
    static let edf: Look = { sample in
        let header = sample.head.prefix(256)
        guard header.count == 256, header.allSatisfy({ (0x20...0x7E).contains($0) }),
            let length = Int(header.ascii(at: 184, count: 8).filter { $0 != " " }), length % 256 == 0, length > 0
        else { return nil }
        return .plausible
    }

    /// A compiled terminal description: its names, of the length in the header, are printable (term(5)).
    static let terminfo: Look = { sample in
        guard let length = sample.integer(UInt16.self, at: 2, .little), (2...512).contains(length),
            sample[11 + Int(length)] == 0
        else { return nil }
        let names = sample.bytes(at: 12, count: Int(length) - 1)
        return names.allSatisfy { (0x20...0x7E).contains($0) } ? .confirmed : nil
    }

    /// TeX font metrics: the first word is the file's length in words, and the parts sum up to it.
    static let tfm: Look = { sample in
        guard let length = sample.integer(UInt16.self, at: 0), Int(length) * 4 == sample.byteCount else { return nil }
        let parts = [2, 8, 10, 12, 14, 16, 18, 20, 22].compactMap { sample.integer(UInt16.self, at: $0).map(Int.init) }
        guard parts.count == 9, let first = sample.integer(UInt16.self, at: 4).map(Int.init),
            let last = sample.integer(UInt16.self, at: 6).map(Int.init)
        else { return nil }
        return 6 + parts.reduce(0, +) + last - first + 1 == Int(length) ? .plausible : nil
    }

    /// A profile's class and colour space are tags of letters (ICC.1:2022, 7.2).
    static let iccProfile: Look = { sample in
        let tags = sample.head.dropFirst(12).prefix(12)
        guard tags.count == 12, tags.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return .confirmed
    }
}
