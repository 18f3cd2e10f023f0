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
