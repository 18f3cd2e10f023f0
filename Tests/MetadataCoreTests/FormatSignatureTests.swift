import Testing

@testable import MetadataCore

@Suite("Signatures")
struct FormatSignatureTests {
    /// Every signature of an entry that needs no look further.
    static let plain = FormatTable.entries.filter { $0.look == nil }.flatMap { entry in
        entry.signatures.indices.map { (entry.format.rawValue, $0) }
    }

    @Test(arguments: plain)
    func theBytesOfASignatureTellItsFormat(name: String, index: Int) throws {
        let entry = try #require(FormatTable.entry(of: FileFormat(rawValue: name)))
        let isText = entry.kind == .text || entry.kind == .table
        let bytes = FormatSamples.matching(entry.signatures[index], fill: isText ? 0x0A : 0)
        let found = identify(bytes)
        #expect(found.format == entry.format, "\(found)")
        #expect(found.confidence > 0.8)
        #expect(found.basis.contains("signature at \(entry.signatures[index].patterns[0].offset)"))
    }

    @Test(arguments: plain)
    func aSignatureThatIsCutTellsNothing(name: String, index: Int) throws {
        let entry = try #require(FormatTable.entry(of: FileFormat(rawValue: name)))
        let signature = entry.signatures[index]
        let bytes = FormatSamples.matching(signature).dropLast(17)
        #expect(!signature.matches(bytes))
    }

    @Test func notationReadsBytesTextAndMasks() throws {
        let signature = try #require(Signature("8: 'A B' ?? 3? & 0: FF"))
        #expect(signature.patterns.map(\.offset) == [0, 8])
        #expect(signature.patterns[1].bytes == [0x41, 0x20, 0x42, 0, 0x30])
        #expect(signature.patterns[1].mask == [0xFF, 0xFF, 0xFF, 0, 0xF0])
        #expect(signature.strength == 8 + 28)
        #expect(signature.firstBytes == [0xFF])
    }

    @Test(arguments: ["", "0:", "0: F", "0: 'x", "x: FF", "0: FF &", "0: FF junk", "brand: heic"])
    func notationThatIsMalformedIsRefused(text: String) {
        #expect(Signature(text) == nil)
    }

    // MARK: - Signatures that need plausible numbers

    @Test func bitmapsNeedAHeaderThatExists() {
        let bitmap = Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0]
        #expect(identify(bitmap).format == .bmp)
        #expect(identify("BMW is a maker of cars.\n").format == .text)
    }

    @Test func iconsNeedADirectoryThatFits() {
        let entry: [UInt8] =
            [16, 16, 0, 0, 1, 0, 32, 0] + FormatSamples.little(UInt32(4)) + FormatSamples.little(UInt32(22))
        #expect(identify([0, 0, 1, 0, 1, 0] + entry + [1, 2, 3, 4]).format == .ico)
        #expect(identify([0, 0, 2, 0, 1, 0] + entry + [1, 2, 3, 4]).format == .cur)
        #expect(identify([0, 0, 1, 0, 0, 0] + entry).format == .unknown)
        #expect(identify([0, 0, 1, 0, 1, 0] + [UInt8](repeating: 0xEE, count: 16)).format == .unknown)
    }

    @Test func paintbrushNeedsAWindow() {
        var bytes: [UInt8] = [10, 5, 1, 8, 0, 0, 0, 0, 15, 0, 15, 0] + [UInt8](repeating: 0, count: 116)
        bytes[65] = 1
        #expect(identify(bytes).format == .pcx)
        bytes[4] = 16
        #expect(identify(bytes).format != .pcx)
    }

    @Test(arguments: [
        ("P1\n2 2\n", "pbm"), ("P5 # c\n3 3 255\n", "pgm"), ("P6\n#c\n3 3\n", "ppm"), ("PF\n3 3\n-1\n", "pfm"),
    ])
    func netpbmNeedsANumber(text: String, name: String) {
        #expect(identify(text).format.rawValue == name)
    }

    @Test func wordsThatBeginLikeASignatureAreText() {
        for text in [
            "P1 is a headline\n", "PF stands for it\n", "MZ begins a word\n", "ID3 tags are text\n", "BIKini\n",
        ] {
            #expect(identify(text).format == .text, "\(text)")
        }
    }

    @Test func soundNeedsASecondFrame() {
        let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0xAA, count: 413)
        #expect(identify(frame + frame).format.rawValue == "mp3")
        #expect(identify(frame + [UInt8](repeating: 0xAA, count: 413)).format == .unknown)
        #expect(identify([0xFF, 0xFB, 0xF0, 0] + frame).format == .unknown)
    }

    @Test func whatFollowsATagIsTheFormat() {
        let tag = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4]
        #expect(identify(tag + Array("fLaC\0\0\0\u{22}".utf8)).format.rawValue == "flac")
        #expect(identify(tag + [0xFF, 0xFB, 0x90, 0]).format.rawValue == "mp3")
    }

    @Test func packetsOfATransportStreamComeAtOnePace() {
        let packet: [UInt8] = [0x47, 0x40, 0, 0x10] + [UInt8](repeating: 0xFF, count: 184)
        #expect(identify(packet + packet + packet).format.rawValue == "mpegts")
        #expect(identify([UInt8](repeating: 0x47, count: 1_000)).format == .text)
    }

    @Test func aProgramForWindowsHasItsHeaderWhereItSays() {
        var bytes = [UInt8](repeating: 0, count: 128)
        bytes.replaceSubrange(0..<2, with: Array("MZ".utf8))
        bytes[60] = 64
        bytes.replaceSubrange(64..<68, with: Array("PE\0\0".utf8))
        #expect(identify(bytes).format.rawValue == "pe")
        bytes[64] = 0
        #expect(identify(bytes).format == .unknown)
    }

    @Test func classesAndFatBinariesShareAMagic() {
        #expect(identify([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52, 0, 10]).format.rawValue == "class")
        #expect(identify([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2, 0, 0]).format.rawValue == "macho")
    }

    @Test func theTypeOfAnElfFileIsPartOfItsMediaType() {
        let header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
        #expect(identify(header + [3, 0]).mediaType == "application/x-sharedlib")
        #expect(identify(header + [2, 0]).mediaType == "application/x-executable")
        #expect(identify(header + [9, 9]).mediaType == "application/x-elf")
    }

    @Test func targaHasNoSignatureButNumbersThatAgree() {
        let header: [UInt8] = [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 4, 0, 24, 0]
        #expect(identify(header + [UInt8](repeating: 7, count: 48)).format == .tga)
        #expect(identify(header + [7]).format == .unknown)
        let trailer = [UInt8](repeating: 0, count: 8) + Array("TRUEVISION-XFILE.\0".utf8)
        #expect(identify(header + [7] + trailer).basis == "trailer")
    }

    @Test func aPDFMayHaveBytesInFrontOrNoHeader() {
        #expect(identify("junk\n%PDF-1.4\n").basis == "header at 5")
        #expect(identify(String(repeating: "x", count: 1_100) + "%PDF-1.4\n").format == .text)
        #expect(identify("1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n").format == .pdf)
        #expect(identify("1 0 obj is how an object begins.\n").format == .text)
    }

    @Test func oldTarIsToldByItsChecksum() {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<4, with: Array("file".utf8))
        let sum = header.reduce(0) { $0 + Int($1) } + 8 * 32
        let digits = Array(String(sum, radix: 8).utf8)
        header.replaceSubrange(148..<148 + digits.count, with: digits)
        #expect(identify(header).format == .tar)
        header[0] = 0x67
        #expect(identify(header).format == .unknown)
    }

    @Test func aDiskImageIsToldByItsEnd() {
        let bytes = [UInt8](repeating: 1, count: 600) + Array("koly".utf8) + [UInt8](repeating: 0, count: 508)
        #expect(identify(bytes).format.rawValue == "dmg")
    }
}
