import ImageExtraction
import MetadataCore
import Testing

@Suite("TIFF files")
struct TIFFExtractorTests {
    @Test(arguments: [ByteOrder.little, .big], [false, true])
    func `reads size and colour of TIFF and BigTIFF`(order: ByteOrder, isBig: Bool) async {
        let builder = TIFFBuilder(order: order, isBig: isBig)
        let answer = await TIFFAnswer.tiff(builder.build([builder.page(640, 480)]), as: isBig ? "bigtiff" : "tiff")
        #expect(answer[.imageStoredWidth] == .integer(640))
        #expect(answer[.imageStoredHeight] == .integer(480))
        #expect(answer[.imageColorModel] == .string("rgb"))
        #expect(answer[.imageBitDepth] == .integer(8))
        #expect(answer[.imageChannels] == .integer(3))
        #expect(answer[.imageAlpha] == .boolean(false))
        #expect(answer[.imageFrames] == .integer(1))
        #expect(answer.codes == [])
    }

    @Test func `counts pages and leaves reduced images and masks out`() async {
        let builder = TIFFBuilder()
        let chain = [
            builder.page(100, 50, subfileType: 2), builder.page(200, 60, subfileType: 2),
            builder.page(10, 5, subfileType: 1), builder.page(100, 50, subfileType: 4),
        ]
        let answer = await TIFFAnswer.tiff(builder.build(chain))
        #expect(answer[.imageFrames] == .integer(2))
        #expect(answer[.imageStoredWidth] == .integer(100))
    }

    @Test func `a raw file's size is that of its full image, not of the preview`() async {
        let builder = TIFFBuilder()
        var preview = builder.page(160, 120, subfileType: 1)
        preview.children = [
            (
                0x014A,
                [
                    builder.page(1_024, 683, subfileType: 1),
                    builder.page(4_000, 3_000, subfileType: 0, photometric: 32_803),
                ]
            )
        ]
        let answer = await TIFFAnswer.tiff(builder.build([preview]), as: "dng")
        #expect(answer[.imageStoredWidth] == .integer(4_000))
        #expect(answer[.imageStoredHeight] == .integer(3_000))
        #expect(answer[.imageColorModel] == nil)
    }

    @Test func `the size of a CR2 stands in its EXIF`() async {
        let builder = TIFFBuilder()
        var page = builder.page(1_536, 1_024)
        page.children = [(0x8769, [.init(entries: [builder.short(0xA002, 3_456), builder.short(0xA003, 2_304)])])]
        let bytes = builder.build([page])
        #expect(await TIFFAnswer.tiff(bytes, as: "cr2")[.imageStoredWidth] == .integer(3_456))
        #expect(await TIFFAnswer.tiff(bytes, as: "tiff")[.imageStoredWidth] == .integer(1_536))
    }

    @Test func `the size of an RW2 lies between the borders of its sensor, its EXIF in the preview`() async throws {
        let builder = TIFFBuilder(magic: 0x55)
        let exif = Array("Exif\0\0".utf8) + TIFFBuilder(order: .big).camera()
        let length = exif.count + 2
        let preview = [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + exif + [0xFF, 0xDB]
        let bytes = builder.build([
            .init(entries: [
                builder.short(4, 16), builder.short(5, 8), builder.short(6, 2_752), builder.short(7, 3_656),
                .init(tag: 0x2E, type: 7, count: preview.count, bytes: preview), builder.rational(0x011A, (1, 1)),
            ])
        ])
        let answer = await TIFFAnswer.tiff(bytes, as: "rw2")
        #expect(answer[.imageStoredWidth] == .integer(3_648))
        #expect(answer[.imageStoredHeight] == .integer(2_736))
        #expect(answer[.imageResolutionX] == nil)
        let block = try #require(answer.extraction.embedded.first)
        #expect(block.format == .exif)
        #expect(Array(block.bytes) == TIFFBuilder(order: .big).camera())
        #expect(bytes.dropFirst(try #require(block.offset)).starts(with: block.bytes))
    }

    @Test func `hands on XMP and ICC where they stand`() async throws {
        let builder = TIFFBuilder()
        var page = builder.page(4, 4)
        page.entries += [
            .init(tag: 700, type: 1, count: 10, bytes: Array("<x:xmpmeta".utf8)),
            .init(tag: 34_675, type: 7, count: 8, bytes: [0, 0, 0, 8, 1, 2, 3, 4]),
        ]
        let answer = await TIFFAnswer.tiff(builder.build([page]))
        #expect(answer.extraction.embedded.map(\.format) == [.xmp, .icc])
        #expect(Array(try #require(answer.extraction.embedded.first).bytes) == Array("<x:xmpmeta".utf8))
    }

    @Test(arguments: [UInt16(0x4F52), 0x5352])
    func `reads the magic numbers of ORF`(magic: UInt16) async {
        let builder = TIFFBuilder(magic: magic)
        let answer = await TIFFAnswer.tiff(builder.build([builder.page(3, 2)]), as: "orf")
        #expect(answer[.imageStoredWidth] == .integer(3))
    }

    @Test func `alpha is an extra sample of kind 1 or 2`() async {
        let builder = TIFFBuilder()
        var page = builder.page(4, 4)
        page.entries.append(builder.short(0x0152, 0, 2))
        #expect(await TIFFAnswer.tiff(builder.build([page]))[.imageAlpha] == .boolean(true))
    }

    @Test func `a file that is no TIFF is an error`() async {
        let answer = await TIFFAnswer.tiff([0x49, 0x49, 0x00, 0x00, 8, 0, 0, 0])
        #expect(answer.extraction.issues.map(\.severity) == [.error])
    }
}
