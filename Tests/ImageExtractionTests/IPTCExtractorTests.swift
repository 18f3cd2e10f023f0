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
