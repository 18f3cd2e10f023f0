/// Frames of MPEG audio (ISO/IEC 11172-3, 2.4.1.3) and of ADTS (ISO/IEC 13818-7, 6.2). A sync word is short, so the
/// next frame has to stand where the first says.
enum MPEGAudioLook {
    /// Two frames in a row.
    static let frames: Look = { sample in
        hasFrames(sample, at: 0) ? .plausible : nil
    }

    /// Two ADTS frames in a row.
    static let adts: Look = { sample in
        hasADTSFrames(sample, at: 0) ? .plausible : nil
    }

    /// An ID3v2 tag (its length is 28 bits, seven a byte); what follows it is the format.
    static let tag: Look = { sample in
        guard let version = sample[3], (2...4).contains(version), let start = tagByteCount(sample) else { return nil }
        let next = Sample(head: sample.bytes(at: start, count: 8_192), source: MemorySource([]))
        if next.has("fLaC", at: 0) { return .found("flac", "flac behind an id3 tag") }
        if next.has("MP+", at: 0) || next.has("MPCK", at: 0) { return .found("musepack", "musepack behind an id3 tag") }
        if next.has("MAC ", at: 0) { return .found("ape", "ape behind an id3 tag") }
        if next.has("wvpk", at: 0) { return .found("wavpack", "wavpack behind an id3 tag") }
        if hasADTSFrames(next, at: 0) { return .found("aac", "adts behind an id3 tag") }
        return .found("mp3", "id3 tag")
    }

    private static func tagByteCount(_ sample: Sample) -> Int? {
        var length = 0
        for offset in 6..<10 {
            guard let byte = sample[offset], byte & 0x80 == 0 else { return nil }
            length = length << 7 | Int(byte)
        }
        return length + 10
    }

    private static func hasFrames(_ sample: Sample, at offset: Int) -> Bool {
        guard let length = frameByteCount(sample, at: offset) else { return false }
        return offset + length >= sample.byteCount - 4 || frameByteCount(sample, at: offset + length) != nil
    }

    private static func frameByteCount(_ sample: Sample, at offset: Int) -> Int? {
        guard let header = sample.integer(UInt32.self, at: offset), header >> 21 == 0x7FF else { return nil }
        let version = Int(header >> 19 & 3)
        let layer = 4 - Int(header >> 17 & 3)
        let rateIndex = Int(header >> 12 & 15)
        let frequencyIndex = Int(header >> 10 & 3)
        guard version != 1, layer != 4, (1...14).contains(rateIndex), frequencyIndex < 3 else { return nil }
        let rate = 1_000 * bitRates[version == 3 ? layer - 1 : (layer == 1 ? 3 : 4)][rateIndex]
        let frequency = frequencies[frequencyIndex] >> (version == 3 ? 0 : version == 2 ? 1 : 2)
        let padding = Int(header >> 9 & 1)
        if layer == 1 { return (12 * rate / frequency + padding) * 4 }
        return (layer == 3 && version != 3 ? 72 : 144) * rate / frequency + padding
    }

    private static func hasADTSFrames(_ sample: Sample, at offset: Int) -> Bool {
        guard let length = adtsByteCount(sample, at: offset) else { return false }
        return offset + length >= sample.byteCount - 8 || adtsByteCount(sample, at: offset + length) != nil
    }

    private static func adtsByteCount(_ sample: Sample, at offset: Int) -> Int? {
        guard let header = sample.integer(UInt64.self, at: offset), header >> 52 == 0xFFF, header >> 49 & 3 == 0,
            header >> 42 & 15 < 13
        else { return nil }
        let length = Int(header >> 21 & 0x1FFF)
        return length >= 7 ? length : nil
    }

    private static let frequencies = [44_100, 48_000, 32_000]

    /// Kilobits a second: version 1 in layers I, II and III, version 2 in layer I and in layers II and III.
    private static let bitRates = [
        [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ]
}
