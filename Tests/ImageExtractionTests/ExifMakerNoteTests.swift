import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("MakerNotes")
struct ExifMakerNoteTests {
    private let builder = TIFFBuilder()

    /// A block whose MakerNote is `note`.
    private func block(_ make: String, _ note: [UInt8]) -> [UInt8] {
        let exif = TIFFBuilder.Directory(entries: [.init(tag: 0x927C, type: 7, count: note.count, bytes: note)])
        return builder.build([.init(entries: [builder.ascii(0x010F, make)], children: [(0x8769, [exif])])])
    }

    /// A block whose MakerNote counts its offsets from the block's header.
    private func block(_ make: String, _ signature: String, _ directory: TIFFBuilder.Directory) -> [UInt8] {
        let length = builder.write(directory, after: Array(signature.utf8)).count
        let mark = [UInt8](repeating: 0xA5, count: length)
        let bytes = block(make, mark)
        let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
        let before = [UInt8](repeating: 0, count: start) + Array(signature.utf8)
        return block(make, Array(builder.write(directory, after: before).dropFirst(start)))
    }

    /// Values in 16 bits.
    private func shorts(_ tag: UInt16, _ values: [UInt16]) -> TIFFBuilder.Entry {
        .init(tag: tag, type: 3, count: values.count, bytes: values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    }

    private func canon(_ directory: TIFFBuilder.Directory) -> [UInt8] {
        let footer: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
        return block("Canon", Array(builder.build([directory]).dropFirst(8)) + footer)
    }

    @Test func `a Canon note that was moved says where its offsets count from`() async throws {
        let bytes = canon(
            .init(entries: [
                builder.ascii(0x0095, "EF16-35mm f/2.8L II USM"), builder.long(0x0035, 16, 60, 1, 0),
            ]))
        let answer = await TIFFAnswer.exif(bytes)
        #expect(answer[.imageCameraLens] == .string("EF16-35mm f/2.8L II USM"))
        #expect(answer[.imageCaptureOffset] == .string("+01:00"))
        #expect(answer.sources(.imageCameraLens) == ["makernote-canon"])
        let offset = try #require(answer.extraction.findings.first { $0.field == .imageCameraLens }?.offset)
        #expect(bytes.dropFirst(offset).starts(with: Array("EF16".utf8)))
    }

    @Test func `a Canon without a lens name tells its focal lengths`() async {
        var settings = [UInt16](repeating: 0, count: 30)
        settings.replaceSubrange(23...25, with: [17_400, 5_800, 1_000])
        let answer = await TIFFAnswer.exif(canon(.init(entries: [shorts(0x0001, settings)])))
        #expect(answer[.imageCameraLens] == .string("5.8-17.4mm"))
    }

    @Test func `a Nikon note has a header of its own`() async {
        let inner = TIFFBuilder(order: .big)
        let note =
            Array("Nikon\0\u{2}\u{10}\0\0".utf8)
            + inner.build([
                .init(entries: [
                    .init(tag: 0x0024, type: 7, count: 4, bytes: [0, 180, 1, 0]),
                    inner.rational(0x0084, (18, 1), (70, 1), (35, 10), (45, 10)),
                ])
            ])
        let answer = await TIFFAnswer.exif(block("NIKON CORPORATION", note))
        #expect(answer[.imageCameraLens] == .string("18-70mm f/3.5-4.5"))
        #expect(answer[.imageCaptureOffset] == .string("+04:00"))
    }

    @Test func `an Olympus note keeps its lens in a directory below`() async {
        let name = "OLYMPUS M.14-42mm F3.5-5.6 II"
        let note = builder.write(
            .init(children: [(0x2010, [.init(entries: [builder.ascii(0x0203, name)])])]),
            after: Array("OLYMPUS\0II\u{3}\0".utf8))
        let answer = await TIFFAnswer.exif(block("OLYMPUS IMAGING CORP.", note))
        #expect(answer[.imageCameraLens] == .string(name))
    }

    @Test func `a Panasonic note counts from the block's header`() async {
        let lens = TIFFBuilder.Directory(entries: [builder.ascii(0x0051, "LUMIX G VARIO 14-42/F3.5-5.6")])
        let answer = await TIFFAnswer.exif(block("Panasonic", "Panasonic\0\0\0", lens))
        #expect(answer[.imageCameraLens] == .string("LUMIX G VARIO 14-42/F3.5-5.6"))
    }

    @Test func `a Sony note writes its lens in decimal digits`() async {
        let lens = TIFFBuilder.Directory(entries: [
            .init(tag: 0xB02A, type: 1, count: 8, bytes: [0, 0, 0x18, 0, 0x55, 0x35, 0x56, 0])
        ])
        let answer = await TIFFAnswer.exif(block("SONY", "SONY DSC \0\0\0", lens))
        #expect(answer[.imageCameraLens] == .string("18-55mm f/3.5-5.6"))
    }

    @Test(arguments: ["6 IS", "----------", "EF\u{1}-S18-55mm f/3.5", "        "])
    func `text that names no lens is left out`(text: String) async {
        let answer = await TIFFAnswer.exif(canon(.init(entries: [builder.ascii(0x0095, text)])))
        #expect(answer[.imageCameraLens] == nil)
    }

    @Test func `EXIF's own lens is surer than the maker's`() async {
        let note = builder.build([.init(entries: [builder.ascii(0x0095, "EF16-35mm f/2.8L II USM")])]).dropFirst(8)
        let exif = TIFFBuilder.Directory(entries: [
            .init(tag: 0x927C, type: 7, count: note.count + 8, bytes: Array(note) + [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]),
            builder.ascii(0xA434, "Lens"),
        ])
        let answer = await TIFFAnswer.exif(
            builder.build([.init(entries: [builder.ascii(0x010F, "Canon")], children: [(0x8769, [exif])])]))
        let best = answer.extraction.findings.filter { $0.field == .imageCameraLens }.max {
            $0.confidence < $1.confidence
        }
        #expect(best?.value == .string("Lens"))
    }

    @Test func `blocks with MakerNotes pass the exam`() async {
        let lens = TIFFBuilder.Directory(entries: [builder.ascii(0x0051, "LUMIX G VARIO 14-42/F3.5-5.6")])
        let exam = ExtractorExam(EXIFExtractor(), as: .exif)
        await exam.pass(block("Panasonic", "Panasonic\0\0\0", lens))
        await exam.pass(canon(.init(entries: [builder.ascii(0x0095, "EF16-35mm f/2.8L II USM")])))
    }
}
