import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("The exam of EXIF and TIFF")
struct ExifExamTests {
    @Test(arguments: [ByteOrder.little, .big])
    func `EXIF blocks pass`(order: ByteOrder) async {
        await ExtractorExam(EXIFExtractor(), as: .exif).pass(TIFFBuilder(order: order).camera())
    }

    @Test(arguments: [false, true])
    func `TIFF files pass`(isBig: Bool) async {
        let builder = TIFFBuilder(isBig: isBig)
        var page = builder.page(160, 120, subfileType: 1)
        page.entries.append(.init(tag: 34_675, type: 7, count: 64, bytes: [UInt8](repeating: 1, count: 64)))
        page.entries += builder.cameraDirectory().entries
        page.children = builder.cameraDirectory().children + [(0x014A, [builder.page(4_000, 3_000, subfileType: 0)])]
        let bytes = builder.build([page, builder.page(80, 60)])
        for format in isBig ? ["bigtiff"] : ["tiff", "rw2"] {
            await ExtractorExam(TIFFExtractor(), as: FileFormat(rawValue: format)).pass(bytes)
        }
    }
}
