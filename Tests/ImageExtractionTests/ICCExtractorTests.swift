import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("ICC profiles")
struct ICCExtractorTests {
    private func read(_ bytes: [UInt8], options: ExtractionOptions = ExtractionOptions()) async -> Extraction {
        await ICCExtractor().extract(from: MemorySource(bytes), as: .icc, options: options)
    }

    private func number(_ value: Int, _ width: Int = 4) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
    }

    /// A profile with a copyright and a description.
    private func profile(_ description: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 36) + Array("acsp".utf8) + [UInt8](repeating: 0, count: 88)
        let start = 128 + 4 + 2 * 12
        bytes += number(2)
        bytes += Array("cprt".utf8) + number(start) + number(12)
        bytes += Array("desc".utf8) + number(start + 12) + number(description.count)
        return bytes + Array("text".utf8) + number(0) + Array("(c)\0".utf8) + description
    }

    private func ascii(_ text: String) -> [UInt8] {
        Array("desc".utf8) + number(0) + number(text.utf8.count + 1) + Array(text.utf8)
            + [UInt8](repeating: 0, count: 79)
    }

    private func localized(_ records: [(code: String, text: String)]) -> [UInt8] {
        var table: [UInt8] = []
        var texts: [UInt8] = []
        for record in records {
            let text = record.text.utf16.flatMap { number(Int($0), 2) }
            table += Array(record.code.utf8) + number(text.count) + number(16 + 12 * records.count + texts.count)
            texts += text
        }
        return Array("mluc".utf8) + number(0) + number(records.count) + number(12) + table + texts
    }

    @Test func `reads an ASCII description`() async {
        let extraction = await read(profile(ascii("sRGB IEC61966-2.1")))
        #expect(extraction.findings.map(\.value) == [.string("sRGB IEC61966-2.1")])
        #expect(extraction.findings.map(\.field) == [.imageColorProfile])
        #expect(extraction.findings.first?.offset == 168)
    }

    @Test func `prefers American English, then any English, then the first language`() async {
        let records = [("deDE", "Anzeige"), ("enGB", "Colour"), ("enUS", "Color é")]
        #expect(await read(profile(localized(records))).findings.map(\.value) == [.string("Color é")])
        #expect(await read(profile(localized([records[0], records[1]]))).findings.map(\.value) == [.string("Colour")])
        #expect(await read(profile(localized([records[0]]))).findings.map(\.value) == [.string("Anzeige")])
    }

    @Test func `bytes that are no profile are corrupt`() async {
        #expect(await read([UInt8](repeating: 7, count: 200)).issues.map(\.code) == [.corrupt])
    }

    @Test func `a description that lies outside is truncated`() async {
        var bytes = profile(ascii("name"))
        bytes[128 + 4 + 12 + 4] = 0x7F
        #expect(await read(bytes).issues.map(\.code) == [.truncated])
    }

    @Test func `passes the exam`() async {
        let exam = ExtractorExam(ICCExtractor(), as: .icc)
        await exam.pass(profile(ascii("sRGB IEC61966-2.1")))
        await exam.pass(profile(localized([("deDE", "Anzeige"), ("enUS", "Color")])))
    }
}
