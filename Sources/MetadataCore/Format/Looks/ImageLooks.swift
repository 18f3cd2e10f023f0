/// Looks further into images whose signature is short, or that have variants.
enum ImageLooks {
    /// An `acTL` chunk before the first `IDAT` makes a PNG animated; the format stays (PNG, third edition, 11.3.6.1).
    static let png: Look = { sample in
        guard sample.has("IHDR", at: 12) || sample.has("CgBI", at: 12) else {
            return Sighting(confidence: 0.9)
        }
        return .confirmed
    }

    /// `BM`, then a header of a size that exists, or at least reserved fields of zero.
    static let bmp: Look = { sample in
        guard let headerSize = sample.integer(UInt32.self, at: 14, .little) else { return nil }
        guard bitmapHeaderSizes.contains(headerSize) else { return nil }
        return .confirmed
    }

    /// BITMAPCOREHEADER, OS22XBITMAPHEADER in its lengths, BITMAPINFOHEADER and its successors.
    private static let bitmapHeaderSizes: Set<UInt32> = [12, 16, 24, 36, 40, 48, 52, 56, 60, 64, 68, 108, 124]

    /// A bare codestream is `FF 0A`, then bits: no text begins so, but a short junk file may.
    static let jxl: Look = { sample in
        guard sample[0] == 0xFF else { return .confirmed }
        return sample.byteCount >= 12 ? Sighting(confidence: 0.9) : nil
    }

    /// A directory whose first entries are possible: reserved byte zero, image inside the file.
    static let icon: Look = { sample in
        guard let count = sample.integer(UInt16.self, at: 4, .little), count > 0, count <= 4_096 else { return nil }
        for index in 0..<min(Int(count), 4) {
            let entry = 6 + 16 * index
            guard let reserved = sample[entry + 3], reserved == 0 || reserved == 0xFF,
                let size = sample.integer(UInt32.self, at: entry + 8, .little), size > 0,
                let offset = sample.integer(UInt32.self, at: entry + 12, .little), offset >= 22
            else { return nil }
            guard index > 0 || Int(offset) < sample.byteCount else { return nil }
        }
        return .plausible
    }

    /// `P1`...`P6`, `PF`: white space, then comments or a width.
    static let netpbm: Look = { sample in
        var position = 2
        guard let space = sample[position], isSpace(space) || space == UInt8(ascii: "#") else { return nil }
        while position < 1_024, let byte = sample[position] {
            if byte == UInt8(ascii: "#") {
                while position < 1_024, let next = sample[position], next != 0x0A { position += 1 }
            } else if !isSpace(byte) {
                return isDigit(byte) ? .plausible : nil
            }
            position += 1
        }
        return nil
    }

    /// Channels 3 or 4 and colour space 0 or 1 (QOI specification, header).
    static let qoi: Look = { sample in
        guard let channels = sample[12], let space = sample[13] else { return .plausible }
        return (3...4).contains(channels) && space <= 1 ? .confirmed : nil
    }

    /// Version 0, 1, 3 or 5, encoding 1, bits a plane, and a window that is not inside out.
    static let pcx: Look = { sample in
        guard let version = sample[1], [0, 2, 3, 4, 5].contains(version), let bits = sample[3],
            [1, 2, 4, 8].contains(bits), let left = sample.integer(UInt16.self, at: 4, .little),
            let top = sample.integer(UInt16.self, at: 6, .little),
            let right = sample.integer(UInt16.self, at: 8, .little),
            let bottom = sample.integer(UInt16.self, at: 10, .little), left <= right, top <= bottom
        else { return nil }
        guard let planes = sample[65], planes <= 4, sample[64] == 0 else { return nil }
        return .plausible
    }

    /// The byte after `FLIF` names interlace and channels (FLIF16, main header).
    static let flif: Look = { sample in
        guard let kind = sample[4],
            [0x31, 0x33, 0x34, 0x41, 0x43, 0x44, 0x51, 0x53, 0x54, 0x61, 0x63, 0x64].contains(kind),
            let depth = sample[5], (0x30...0x32).contains(depth)
        else { return nil }
        return .confirmed
    }

    /// Version 2 has its name behind a header of 52 bytes; version 3 begins with it.
    static let pvr: Look = { sample in
        sample.has("PVR!", at: 44) && sample.integer(UInt32.self, at: 0, .little) != 52 ? nil : .confirmed
    }

    /// The length of the file stands in front, the magic of the first frame at 132.
    static let aseprite: Look = { sample in
        guard sample.integer(UInt16.self, at: 132, .little) == 0xF1FA,
            let frames = sample.integer(UInt16.self, at: 6, .little), frames > 0
        else { return nil }
        return .confirmed
    }

    /// 512 unused bytes, then size, frame and the version opcode.
    static let pict: Look = { sample in
        if sample.has("\u{11}\u{01}", at: 522) {
            let isBlank = sample.head.prefix(512).allSatisfy { $0 == 0 }
            return isBlank ? .plausible : nil
        }
        return .plausible
    }

    /// `#define NAME_width 16`.
    static let xbm: Look = { sample in
        let line = sample.head.prefix(200).prefix { $0 != 0x0A }
        let text = String(decoding: line, as: UTF8.self)
        let words = text.split(separator: " ")
        guard words.count >= 3, words[1].hasSuffix("width"), Int(words[2].filter(\.isNumber)) != nil else { return nil }
        return .confirmed
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
