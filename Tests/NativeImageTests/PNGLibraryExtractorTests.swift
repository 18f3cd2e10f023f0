import MetadataCore
import TestSupport
import Testing

@testable import NativeImage

struct PNGLibraryExtractorTests {
    private let png = FileFormat(rawValue: "png")
    private static let palette = PNGBytes.chunk("PLTE", [1, 2, 3, 4, 5, 6])

    private func extract(_ bytes: [UInt8]) async -> Extraction {
        await PNGLibraryExtractor().extract(from: MemorySource(bytes), as: png, options: ExtractionOptions())
    }

    @Test(arguments: [
        (UInt8(0), UInt8(1), 1, "gray", false), (0, 16, 1, "gray", false), (2, 8, 3, "rgb", false),
        (4, 8, 2, "gray", true), (6, 16, 4, "rgb", true),
    ])
    func `The header gives size, depth, channels, colour model and alpha`(
        colorType: UInt8, depth: UInt8, channels: Int, model: String, hasAlpha: Bool
    ) async {
        let extraction = await extract(PNGBytes.file(depth: depth, colorType: colorType))
        #expect(extraction[.imageStoredWidth] == .integer(7))
        #expect(extraction[.imageStoredHeight] == .integer(5))
        #expect(extraction[.imageBitDepth] == .integer(Int(depth)))
        #expect(extraction[.imageChannels] == .integer(channels))
        #expect(extraction[.imageColorModel] == .string(model))
        #expect(extraction[.imageAlpha] == .boolean(hasAlpha))
        #expect(extraction.findings.allSatisfy { $0.source == "libpng" })
        #expect(extraction.issues.isEmpty)
    }

    @Test(arguments: [false, true]) func `A palette is transparent where tRNS says so`(isTransparent: Bool) async {
        let transparency = isTransparent ? PNGBytes.chunk("tRNS", [0]) : []
        let extraction = await extract(PNGBytes.file(depth: 4, colorType: 3, before: Self.palette + transparency))
        #expect(extraction[.imageColorModel] == .string("palette"))
        #expect(extraction[.imageAlpha] == .boolean(isTransparent))
        #expect(extraction.issues.isEmpty)
    }

    @Test(arguments: ["tEXt", "iTXt", "zTXt", "pCAL", "iCCP", "IHDR", "PLTE", "tRNS"])
    func `A chunk that claims two gigabytes costs nothing`(type: String) async {
        let claim = PNGBytes.bigEndian(0x7FFF_FFFF) + Array(type.utf8) + [0, 0, 0, 0]
        let source = CountingSource(PNGBytes.signature + PNGBytes.header(7, 5, 8, 2) + claim)
        let extraction = await PNGLibraryExtractor().extract(from: source, as: png, options: ExtractionOptions())
        #expect(extraction[.imageStoredWidth] == .integer(7))
        #expect(!extraction.issues.isEmpty)
        #expect(source.readByteCount <= source.byteCount)
    }

    @Test func `Chunks that the header does not need are passed over unread`() async {
        let text = PNGBytes.chunk("tEXt", [UInt8](repeating: 65, count: 1_000_000))
        let source = CountingSource(PNGBytes.file(before: text))
        let extraction = await PNGLibraryExtractor().extract(from: source, as: png, options: ExtractionOptions())
        #expect(extraction[.imageStoredHeight] == .integer(5))
        #expect(extraction.issues.isEmpty)
        #expect(source.readByteCount < 20_000)
    }

    @Test func `A picture larger than libpng's own limit has a size`() async {
        let extraction = await extract(PNGBytes.file(width: 2_000_000_000, height: 3, depth: 1, colorType: 0))
        #expect(extraction[.imageStoredWidth] == .integer(2_000_000_000))
    }

    @Test func `A checksum that does not match is a note`() async {
        var bytes = PNGBytes.file()
        bytes[31] ^= 1
        let extraction = await extract(bytes)
        #expect(extraction[.imageStoredWidth] == .integer(7))
        #expect(extraction.issues.map(\.code) == [.corrupt])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `A file without image data keeps its size`() async {
        let extraction = await extract(PNGBytes.signature + PNGBytes.header(7, 5, 8, 2))
        #expect(extraction[.imageStoredWidth] == .integer(7))
        #expect(extraction.issues.map(\.code) == [.truncated])
    }

    @Test func `Bytes that are no PNG give a note and nothing else`() async {
        let extraction = await extract([UInt8](repeating: 7, count: 100))
        #expect(extraction.findings.isEmpty)
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test(arguments: [
        PNGBytes.file(),
        PNGBytes.file(depth: 4, colorType: 3, before: palette + PNGBytes.chunk("tRNS", [0])),
    ])
    func `PNG files pass the exam`(bytes: [UInt8]) async {
        await ExtractorExam(PNGLibraryExtractor(), as: png).pass(bytes)
    }

    @Test(arguments: Fixtures.files(in: "PNG")) func `PNG fixtures pass the exam`(file: Fixtures.File) async throws {
        var exam = ExtractorExam(PNGLibraryExtractor(), as: png)
        exam.offsetCount = 512
        await exam.pass(try file.bytes())
    }
}
