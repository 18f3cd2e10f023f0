internal import MetadataCore

/// The attributes of a header that are read.
struct EXRHeader {
    private var windows: [String: (width: Int, height: Int, offset: Int)] = [:]
    private var channels = EXRChannels()

    /// A name or a type has at most 255 bytes.
    private static let nameByteCount = 256
    /// Bits by pixel type: UINT, HALF, FLOAT.
    private static let bitDepths: [UInt32: Int] = [0: 32, 1: 16, 2: 32]

    /// Reads one attribute: name, type, length, value.
    ///
    /// - Returns: False at the empty name that ends the header.
    mutating func readAttribute(_ scan: inout ImageScan) throws(ExtractionError) -> Bool {
        try scan.enterElement()
        let name = try readString(&scan)
        guard !name.isEmpty else { return false }
        let type = try readString(&scan)
        let byteCount = Int(try scan.reader.read(UInt32.self, .little))
        let start = scan.reader.offset
        switch type {
        case "box2i" where name == "dataWindow" || name == "displayWindow": windows[name] = try readWindow(&scan)
        case "chlist" where name == "channels": try readChannels(&scan, before: start + byteCount)
        default: break
        }
        let end = start + byteCount
        guard end <= scan.byteCount else { throw .truncated(at: scan.byteCount, needed: end - scan.byteCount) }
        try scan.reader.seek(to: end)
        return true
    }

    /// Reads the name of an attribute or a type, which a zero ends.
    private func readString(_ scan: inout ImageScan) throws(ExtractionError) -> String {
        let bytes = try scan.reader.peekBytes(Self.nameByteCount)
        guard let end = bytes.firstIndex(of: 0) else {
            throw .corrupt("a name has no end", at: scan.reader.offset)
        }
        try scan.reader.skip(end - bytes.startIndex + 1)
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// xMin, yMin, xMax, yMax, all inclusive.
    private func readWindow(_ scan: inout ImageScan) throws(ExtractionError) -> (Int, Int, Int) {
        let offset = scan.reader.offset
        var corners: [Int] = []
        for _ in 0..<4 { corners.append(Int(try scan.reader.read(Int32.self, .little))) }
        return (corners[2] - corners[0] + 1, corners[3] - corners[1] + 1, offset)
    }

    /// Name, pixel type, and twelve bytes more for each channel.
    private mutating func readChannels(_ scan: inout ImageScan, before end: Int) throws(ExtractionError) {
        while scan.reader.offset < end {
            try scan.enterElement()
            let name = try readString(&scan)
            guard !name.isEmpty else { break }
            channels.append(name, bitDepth: Self.bitDepths[try scan.reader.read(UInt32.self, .little)] ?? 0)
            try scan.reader.skip(12)
        }
    }

    /// Says what was found.
    func finish(_ scan: inout ImageScan) {
        if let window = windows["dataWindow"] ?? windows["displayWindow"] {
            scan.findSize(window.width, window.height, from: "exr-header", at: window.offset)
        }
        guard channels.count > 0 else { return }
        scan.findColor(
            model: channels.model, bitDepth: channels.bitDepth, channels: channels.count, alpha: channels.hasAlpha,
            from: "exr-header", at: nil)
    }
}

/// What the list of channels says, without keeping it.
private struct EXRChannels {
    private(set) var count = 0
    private(set) var bitDepth = 0
    private(set) var hasAlpha = false
    private(set) var model: String?

    mutating func append(_ name: String, bitDepth: Int) {
        count += 1
        self.bitDepth = max(self.bitDepth, bitDepth)
        switch name {
        case "R": model = "rgb"
        case "Y": model = model ?? "gray"
        case "A": hasAlpha = true
        default: break
        }
    }
}
