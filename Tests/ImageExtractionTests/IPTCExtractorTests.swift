import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("IPTC blocks")
struct IPTCExtractorTests {
    private let format = FileFormat(rawValue: "iptc")

    private func read(_ bytes: [UInt8]) async -> Extraction {
        await IPTCExtractor().extract(from: MemorySource(bytes), as: format, options: ExtractionOptions())
    }

    private func dataset(_ record: UInt8, _ number: UInt8, _ text: String) -> [UInt8] {
        [0x1C, record, number, 0, UInt8(text.utf8.count)] + Array(text.utf8)
    }

    private func resource(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        let padding: [UInt8] = content.count % 2 == 1 ? [0] : []
        return Array("8BIM".utf8) + [4, number, 0, 0, 0, 0, 0, UInt8(content.count)] + content + padding
    }

    private var datasets: [UInt8] {
        dataset(1, 90, "\u{1B}%G") + dataset(2, 5, "Title") + dataset(2, 55, "20061029") + dataset(2, 60, "062751-0500")
    }

    @Test func `reads date, time and offset`() async {
        let extraction = await read(datasets)
        #expect(extraction.findings.map(\.field) == [.imageCaptureTime, .imageCaptureOffset, .imageTitle])
        #expect(
            extraction.findings.map(\.value) == [
                .string("2006-10-29T06:27:51"), .string("-05:00"), .string("Title"),
            ])
        #expect(extraction.findings.first?.offset == 23)
        #expect(extraction.issues == [])
    }

    @Test(arguments: [("20061029", "2006-10-29"), ("2006:10:29", "2006-10-29"), ("2006-10-29", "2006-10-29")])
    func `a date without a time stays one`(text: String, date: String) async {
        #expect(await read(dataset(2, 55, text)).findings.map(\.value) == [.string(date)])
    }

    @Test(arguments: ["00000000", "2006", "", "20061329"])
    func `a date that is none is absent`(text: String) async {
        #expect(await read(dataset(2, 55, text)).findings == [])
    }

    @Test func `reads creator, caption and all keywords`() async {
        let bytes =
            dataset(2, 25, "sea") + dataset(2, 25, "sky") + dataset(2, 80, "Ada") + dataset(2, 120, "A view")
            + [0x1C, 2, 25, 0, 2, 0xE9, 0x74]
        let extraction = await read(bytes)
        let values = Dictionary(uniqueKeysWithValues: extraction.findings.map { ($0.field, $0.value) })
        #expect(values[.imageKeywords] == .array([.string("sea"), .string("sky"), .string("ét")]))
        #expect(values[.imageCreator] == .string("Ada"))
        #expect(values[.imageDescription] == .string("A view"))
    }

    @Test func `keywords are kept up to the limit of a text`() async {
        let bytes = (0..<1_000).flatMap { dataset(2, 25, "keyword \($0)") }
        let words = await read(bytes).findings.first { $0.field == .imageKeywords }?.value.array ?? []
        #expect((300...400).contains(words.count))
    }

    @Test(arguments: [true, false])
    func `finds datasets among Photoshop's resources`(hasIdentifier: Bool) async {
        let identifier: [UInt8] = hasIdentifier ? Array("Photoshop 3.0\0".utf8) : []
        let bytes = identifier + resource(0x25, [1, 2, 3]) + resource(0x04, datasets) + resource(0x26, [])
        let extraction = await read(bytes)
        #expect(extraction.findings.first?.value == .string("2006-10-29T06:27:51"))
        let offset = extraction.findings.first?.offset ?? 0
        #expect(Array(bytes[offset...].prefix(8)) == Array("20061029".utf8))
    }

    @Test func `a cut block gives what was complete`() async {
        let extraction = await read(Array(datasets.dropLast(3)))
        #expect(extraction.findings.map(\.value) == [.string("2006-10-29"), .string("Title")])
        #expect(extraction.issues.map(\.code) == [.truncated])
    }

    @Test func `passes the exam`() async {
        let exam = ExtractorExam(IPTCExtractor(), as: format)
        await exam.pass(datasets)
        await exam.pass(Array("Photoshop 3.0\0".utf8) + resource(0x25, [1, 2, 3]) + resource(0x04, datasets))
    }
}

@Suite("AFCP trailers")
struct AFCPTrailerTests {
    private let dataset: [UInt8] = [0x1C, 2, 5, 0, 5] + Array("Title".utf8)
    /// SOI, one frame of 8 x 8, SOS.
    private let image: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9,
    ]

    private func number(_ value: Int, _ isBig: Bool) -> [UInt8] {
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isBig ? bytes.reversed() : bytes
    }

    /// The image, a preview's entry, an IPTC entry, its block, and the end of the trailer.
    private func file(isBig: Bool, padding: Int = 0, blockByteCount: Int? = nil) -> [UInt8] {
        let image = image + [UInt8](repeating: 0, count: padding)
        let signature = Array((isBig ? "AXS!" : "AXS*").utf8)
        let count: [UInt8] = isBig ? [0, 1, 0, 2] : [1, 0, 2, 0]
        let block = image.count + 36
        let entries =
            Array("Nail".utf8) + number(0, isBig) + number(block, isBig) + Array("IPTC".utf8)
            + number(blockByteCount ?? dataset.count, isBig) + number(block, isBig)
        return image + signature + count + number(0, isBig) + entries + dataset + signature
            + number(image.count, isBig) + number(0, isBig)
    }

    private func read(_ bytes: [UInt8], readsRangesOnly: Bool = false) async -> Extraction {
        var options = ExtractionOptions()
        options.readsRangesOnly = readsRangesOnly
        return await read(bytes, options)
    }

    private func read(_ bytes: [UInt8], _ options: ExtractionOptions) async -> Extraction {
        await JPEGExtractor().extract(from: MemorySource(bytes), as: .jpeg, options: options)
    }

    @Test(arguments: [true, false])
    func `its IPTC block is handed on`(isBig: Bool) async {
        let extraction = await read(file(isBig: isBig))
        #expect(extraction.embedded == [EmbeddedBlock(.iptc, bytes: dataset[...], offset: image.count + 36)])
        #expect(extraction.issues.isEmpty)
    }

    @Test func `a block that the file does not hold is a note`() async {
        let extraction = await read(file(isBig: true, blockByteCount: 1 << 30))
        #expect(extraction.embedded.isEmpty)
        #expect(extraction.issues.map(\.code) == [.truncated])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `an empty block is none`() async {
        #expect(await read(file(isBig: false, blockByteCount: 0)).embedded.isEmpty)
    }

    @Test func `a signature by chance is a note`() async {
        let extraction = await read(image + Array("AXS!".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])
        #expect(extraction.issues.map(\.code) == [.corrupt])
        #expect(extraction.findings.contains { $0.field == .imageStoredWidth })
    }

    @Test func `the end of a long file is not fetched where ranges are`() async {
        let long = file(isBig: false, padding: 100_000)
        #expect(await read(long).embedded.count == 1)
        #expect(await read(long, readsRangesOnly: true).embedded.isEmpty)
        #expect(await read(file(isBig: false), readsRangesOnly: true).embedded.count == 1)
    }

    @Test func `nor where nothing is hashed, as of objects that are read by ranges`() async {
        var options = ExtractionOptions()
        options.computesChecksums = false
        #expect(await read(file(isBig: false, padding: 100_000), options).embedded.isEmpty)
    }

    @Test func `a block that is longer than allowed is left out`() async {
        var options = ExtractionOptions()
        options.limits.embeddedByteCount = dataset.count - 1
        let extraction = await read(file(isBig: true), options)
        #expect(extraction.embedded.isEmpty)
        #expect(extraction.issues.map(\.code) == [.limitExceeded])
    }
}
