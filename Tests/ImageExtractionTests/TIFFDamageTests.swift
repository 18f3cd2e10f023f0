import ImageExtraction
import MetadataCore
import Testing

@Suite("Damaged TIFF structures")
struct TIFFDamageTests {
    let builder = TIFFBuilder()

    @Test func `an entry that points outside is left out and the rest is read`() async {
        var lost = builder.ascii(0x010F, "Maker")
        lost.count = 100_000
        let bytes = builder.build([.init(entries: [lost, builder.ascii(0x0110, "Model")])])
        let answer = await TIFFAnswer.exif(bytes)
        #expect(answer[.imageCameraMake] == nil)
        #expect(answer[.imageCameraModel] == .string("Model"))
        #expect(answer.codes == [.truncated])
        #expect(answer.extraction.issues.first?.severity == .warning)
        #expect(answer.extraction.issues.first?.offset == 10)
    }

    @Test func `a value that nobody needs is only a note`() async {
        var lost = builder.ascii(0x9C9B, "title")
        lost.count = 100_000
        let answer = await TIFFAnswer.exif(builder.build([.init(entries: [lost])]))
        #expect(answer.extraction.issues.map(\.severity) == [.note])
    }

    @Test func `a directory that runs past the end gives its whole entries`() async {
        let bytes = builder.build([.init(entries: [builder.short(0x0112, 6), builder.short(0x0128, 2)])])
        let answer = await TIFFAnswer.exif(Array(bytes.prefix(10 + 12 + 4)))
        #expect(answer[.imageOrientation] == .integer(6))
        #expect(answer.codes == [.truncated])
    }

    @Test func `bytes that are no directory give nothing`() async {
        var entry = builder.ascii(0x010F, "a")
        entry.type = 773
        let answer = await TIFFAnswer.exif(builder.build([.init(entries: [entry, builder.short(0x0112, 6)])]))
        #expect(answer.extraction.findings == [])
        #expect(answer.codes == [.corrupt])
    }

    @Test func `directories that point at each other end`() async {
        let pointers = [0x8769, 0x8825, 0xA005, 0x014A].map { builder.long($0, 8) }
        var bytes = builder.build([.init(entries: pointers + [builder.short(0x0112, 6)])])
        bytes.replaceSubrange((bytes.count - 4)..<bytes.count, with: [8, 0, 0, 0])
        let answer = await TIFFAnswer.exif(bytes)
        #expect(answer[.imageOrientation] == .integer(6))
        #expect(answer.codes == [.corrupt, .corrupt, .corrupt, .corrupt, .corrupt])
        #expect(answer.extraction.issues.allSatisfy { $0.severity == .note })
    }

    @Test func `the number of entries is bounded`() async {
        var options = ExtractionOptions()
        options.limits.elementCount = 7
        let entries = (0..<20).map { _ in builder.short(0x0128, 2) } + [builder.short(0x0112, 6)]
        let answer = await TIFFAnswer.exif(builder.build([.init(entries: entries)]), options: options)
        #expect(answer[.imageOrientation] == nil)
        #expect(answer[.imageResolutionUnit] == .string("inch"))
        #expect(answer.codes == [.limitExceeded])
    }

    @Test func `a tag that is repeated very often is kept a few times`() async {
        let entries = (0..<60_000).map { _ in builder.short(0x0112, 9) } + [builder.short(0x0112, 6)]
        let answer = await TIFFAnswer.exif(builder.build([.init(entries: entries)]))
        #expect(answer[.imageOrientation] == nil)
        #expect(answer.codes == [.invalidValue])
    }

    @Test func `the depth is bounded`() async {
        var directory = TIFFBuilder.Directory(entries: [builder.short(0x0112, 6)])
        for _ in 0..<40 { directory = .init(children: [(0x014A, [directory])]) }
        let answer = await TIFFAnswer.exif(builder.build([directory]))
        #expect(answer.codes == [.limitExceeded])
    }

    @Test func `ten thousand pages are counted`() async {
        let pages = (0..<10_000).map { _ in
            TIFFBuilder.Directory(entries: [builder.short(0x0100, 7), builder.short(0x0101, 5)])
        }
        let answer = await TIFFAnswer.tiff(builder.build(pages))
        #expect(answer[.imageFrames] == .integer(10_000))
        #expect(answer.codes == [])
    }

    @Test func `a value over its own directory is refused`() async {
        var bytes = builder.build([.init(entries: [builder.ascii(0x010F, "Maker")])])
        bytes[18] = 10
        let answer = await TIFFAnswer.exif(bytes)
        #expect(answer.extraction.findings == [])
        #expect(answer.codes == [.corrupt])
    }

    @Test func `a profile larger than its limit is not handed on`() async {
        var options = ExtractionOptions()
        options.limits.embeddedByteCount = 16
        var page = builder.page(4, 4)
        page.entries.append(.init(tag: 34_675, type: 7, count: 64, bytes: [UInt8](repeating: 1, count: 64)))
        let answer = await TIFFAnswer.tiff(builder.build([page]), options: options)
        #expect(answer.extraction.embedded == [])
        #expect(answer.codes == [.limitExceeded])
    }
}
