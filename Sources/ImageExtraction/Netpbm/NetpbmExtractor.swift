public import MetadataCore

/// Reads the Netpbm family, plain and raw, and PFM (Netpbm manual, pbm(5), pgm(5), ppm(5), pam(5); PFM by Debevec).
public struct NetpbmExtractor: ContainerExtractor {
    /// `swift-netpbm`.
    public let name = "swift-netpbm"
    /// `pbm`, `pgm`, `ppm`, `pam`, `pfm`.
    public let formats: Set<FileFormat> = [.pbm, .pgm, .ppm, .pam, .pfm]

    /// Makes a reader.
    public init() {}

    /// Reads what the header says.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: one of ``formats``.
    ///   - options: Limits and policies.
    /// - Returns: Size and colour; and what was wrong.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        scan(source, as: format, options: options)
    }

    /// What the two characters of the signature mean.
    private static let kinds: [String: (model: String, channels: Int)] = [
        "P1": ("gray", 1), "P4": ("gray", 1), "P2": ("gray", 1), "P5": ("gray", 1), "P3": ("rgb", 3),
        "P6": ("rgb", 3), "Pf": ("gray", 1), "PF": ("rgb", 3),
    ]

    func walk(_ scan: inout ImageScan) throws(ExtractionError) {
        var words = NetpbmWords(try scan.reader.peekBytes(NetpbmWords.byteCount))
        guard let signature = words.next() else { throw .truncated(at: 0, needed: 2) }
        if signature == "P7" { return try readPAM(&words, &scan) }
        guard let kind = Self.kinds[signature] else { throw .corrupt("no Netpbm signature", at: 0) }
        let offset = words.offset
        guard let width = words.next().flatMap({ Int($0) }), let height = words.next().flatMap({ Int($0) }) else {
            throw .corrupt("no size behind the signature", at: offset)
        }
        scan.findSize(width, height, from: "netpbm-header", at: offset)
        scan.findColor(
            model: kind.model, bitDepth: bitDepth(signature, &words), channels: kind.channels, alpha: false,
            from: "netpbm-header", at: offset)
    }

    /// One bit for PBM, 32 for PFM, else as many as the largest value needs.
    private func bitDepth(_ signature: String, _ words: inout NetpbmWords) -> Int? {
        switch signature {
        case "P1", "P4": return 1
        case "Pf", "PF": return 32
        default:
            guard let maximum = words.next().flatMap({ Int($0) }), maximum > 0 else { return nil }
            return Int.bitWidth - maximum.leadingZeroBitCount
        }
    }

    /// PAM names its numbers, in lines, up to `ENDHDR`.
    private func readPAM(_ words: inout NetpbmWords, _ scan: inout ImageScan) throws(ExtractionError) {
        var values: [String: String] = [:]
        let offset = words.offset
        while let name = words.next(), name != "ENDHDR" {
            try scan.enterElement()
            values[name] = words.next()
        }
        let number = { (name: String) in values[name].flatMap { Int($0) } }
        guard let width = number("WIDTH"), let height = number("HEIGHT") else {
            throw .corrupt("no size in the header", at: offset)
        }
        scan.findSize(width, height, from: "netpbm-header", at: offset)
        let channels = number("DEPTH")
        let type = values["TUPLTYPE"] ?? ""
        scan.findColor(
            model: type.hasPrefix("RGB") ? "rgb" : type.isEmpty ? nil : "gray",
            bitDepth: number("MAXVAL").map { Int.bitWidth - max(0, $0).leadingZeroBitCount }, channels: channels,
            alpha: type.hasSuffix("_ALPHA"), from: "netpbm-header", at: offset)
    }
}
