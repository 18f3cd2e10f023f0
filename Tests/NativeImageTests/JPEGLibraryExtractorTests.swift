import MetadataCore
import TestSupport
import Testing

@testable import NativeImage

struct JPEGLibraryExtractorTests {
    private let jpeg = FileFormat(rawValue: "jpeg")

    private func extract(
        _ bytes: [UInt8], limits: Limits = Limits()
    ) async -> Extraction {
        var options = ExtractionOptions()
        options.limits = limits
        return await JPEGLibraryExtractor().extract(from: MemorySource(bytes), as: jpeg, options: options)
    }

    @Test(arguments: [
        (1, nil, "gray"), (3, nil, "ycbcr"), (3, 0, "rgb"), (3, 1, "ycbcr"), (4, 0, "cmyk"), (4, 2, "ycck"),
    ])
    func `The header gives size, depth, channels and colour model`(
        components: Int, transform: UInt8?, model: String
    ) async {
        let adobe = transform.map { JPEGBytes.adobe(transform: $0) } ?? []
        let extraction = await extract(JPEGBytes.header(components: components, before: adobe))
        #expect(extraction[.imageStoredWidth] == .integer(320))
        #expect(extraction[.imageStoredHeight] == .integer(200))
        #expect(extraction[.imageBitDepth] == .integer(8))
        #expect(extraction[.imageChannels] == .integer(components))
        #expect(extraction[.imageColorModel] == .string(model))
        #expect(extraction[.imageAlpha] == .boolean(false))
        #expect(extraction.findings.allSatisfy { $0.source == "libjpeg" })
        #expect(extraction.issues.isEmpty)
    }

    @Test(arguments: [UInt8(0xC0), 0xC1, 0xC2, 0xC9, 0xCA])
    func `Baseline, extended, progressive and arithmetic frames are read`(frame: UInt8) async {
        let extraction = await extract(JPEGBytes.header(frame: frame))
        #expect(extraction[.imageStoredWidth] == .integer(320))
        #expect(extraction.issues.isEmpty)
    }

    @Test func `Segments that libjpeg does not use are passed over unread`() async {
        let source = CountingSource(JPEGBytes.header(before: JPEGBytes.ballast(200)))
        let extraction = await JPEGLibraryExtractor().extract(from: source, as: jpeg, options: ExtractionOptions())
        #expect(extraction[.imageStoredHeight] == .integer(200))
        #expect(source.byteCount > 13_000_000)
        #expect(source.readByteCount < 1_000_000)
    }

    @Test(arguments: [1, 2, 3, 5, 64, 1_000])
    func `A header fed in pieces of any size is the same header`(size: Int) {
        let bytes = JPEGBytes.header(before: JPEGBytes.adobe(transform: 1) + JPEGBytes.ballast(1))
        guard let decoder = JPEGHeaderDecoder() else {
            Testing.Issue.record("no memory")
            return
        }
        var offset = 0
        var window = size
        var status = LibraryStatus.more
        while status == .more, offset < bytes.count {
            let result = decoder.read(bytes[offset..<min(bytes.count, offset + window)])
            status = result.status
            window = result.advance == 0 ? window + size : size
            offset += result.advance
        }
        #expect(status == .done)
        #expect(decoder.header.width == 320)
        #expect(decoder.header.colorModel == "ycbcr")
    }

    @Test func `A height that follows the first scan is refused without a size`() async {
        let extraction = await extract(JPEGBytes.header(height: 0))
        #expect(extraction.findings.isEmpty)
        #expect(extraction.issues.map(\.code) == [.unsupported])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `A precision of twelve bits is refused with the size`() async {
        let extraction = await extract(JPEGBytes.header(frame: 0xC1, precision: 12))
        #expect(extraction[.imageStoredWidth] == .integer(320))
        #expect(extraction[.imageBitDepth] == .integer(12))
        #expect(extraction[.imageColorModel] == nil)
        #expect(extraction.issues.map(\.code) == [.unsupported])
    }

    @Test func `Of two frames that contradict each other neither is believed`() async {
        let second = JPEGBytes.frame(0xC0, 8, 9_999, 9_999, 3)
        let extraction = await extract(JPEGBytes.header(before: second))
        #expect(extraction.findings.isEmpty)
        #expect(extraction.issues.map(\.code) == [.corrupt])
    }

    @Test func `A file that ends after the frame keeps its size`() async {
        let bytes = JPEGBytes.header()
        let end = bytes.count - JPEGBytes.scan(3).count - JPEGBytes.huffman.count
        let extraction = await extract(Array(bytes.prefix(end)))
        #expect(extraction[.imageStoredWidth] == .integer(320))
        #expect(extraction.issues.map(\.code) == [.truncated])
        #expect(extraction.issues.map(\.offset) == [end])
    }

    @Test func `Bytes between segments are a note`() async {
        let extraction = await extract(JPEGBytes.header(before: [0, 1, 2, 3]))
        #expect(extraction[.imageStoredWidth] == .integer(320))
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `The number of bytes read is limited`() async {
        var limits = Limits()
        limits.embeddedByteCount = 300_000
        let source = CountingSource([0xFF, 0xD8] + [UInt8](repeating: 0, count: 4_000_000))
        var options = ExtractionOptions()
        options.limits = limits
        let extraction = await JPEGLibraryExtractor().extract(from: source, as: jpeg, options: options)
        #expect(extraction.issues.contains { $0.code == .limitExceeded })
        #expect(source.readByteCount < 300_000 + JPEGFeeder.largestWindow)
    }

    @Test func `Many files at once give the answers of one`() async {
        let bytes = JPEGBytes.header()
        let expected = await extract(bytes)
        await withTaskGroup(of: Extraction.self) { group in
            for _ in 0..<64 { group.addTask { await extract(bytes) } }
            for await extraction in group { #expect(extraction == expected) }
        }
    }

    @Test(arguments: [
        JPEGBytes.header(),
        JPEGBytes.header(frame: 0xC2, components: 4, before: JPEGBytes.adobe(transform: 2)),
    ])
    func `JPEG headers pass the exam`(bytes: [UInt8]) async {
        await ExtractorExam(JPEGLibraryExtractor(), as: jpeg).pass(bytes)
    }

    @Test(arguments: Fixtures.files(in: "JPEG")) func `JPEG fixtures pass the exam`(file: Fixtures.File) async throws {
        var exam = ExtractorExam(JPEGLibraryExtractor(), as: jpeg)
        exam.offsetCount = 512
        await exam.pass(try file.bytes())
    }
}
