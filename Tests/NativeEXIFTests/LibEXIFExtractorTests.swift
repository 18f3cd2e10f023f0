import MetadataCore
import NativeEXIF
import TestSupport
import Testing

@Suite("libexif")
struct LibEXIFExtractorTests {
    private func read(_ bytes: [UInt8], as format: FileFormat = .exif) async -> Extraction {
        await LibEXIFExtractor().extract(from: MemorySource(bytes), as: format, options: ExtractionOptions())
    }

    @Test(arguments: [FileFormat.exif, FileFormat(rawValue: "tiff")])
    func `reads what a camera wrote`(format: FileFormat) async {
        let extraction = await read(BlockBuilder.camera(), as: format)
        let values = Dictionary(extraction.findings.map { ($0.field, $0.value) }) { first, _ in first }
        #expect(
            values == [
                .imageCameraMake: .string("Maker"), .imageCameraModel: .string("Model X"),
                .imageOrientation: .integer(6), .imageExposureSeconds: .number(0.004),
                .imageExposureFNumber: .number(2.8), .imageExposureISO: .number(400),
                .imageExposureFlashFired: .boolean(true), .imageExposureFocalLength: .number(50),
                .imageCaptureTime: .string("2021-04-11T15:47:53.054"), .imageLatitude: .number(39.5),
                .imageLongitude: .number(-94.25),
            ])
        #expect(extraction.findings.allSatisfy { $0.source == "libexif" })
        #expect(extraction.issues == [])
    }

    @Test func `adds nothing that the block does not have`() async {
        var builder = BlockBuilder()
        builder.append([BlockBuilder.text(0x010F, "Maker")])
        #expect(await read(builder.bytes).findings.map(\.field) == [.imageCameraMake])
    }

    @Test(arguments: [[0x4D, 0x4D, 0, 0x2B, 0, 8, 0, 0], [0x49, 0x49], []] as [[UInt8]])
    func `what libexif does not read is only a note`(bytes: [UInt8]) async {
        let extraction = await read(bytes)
        #expect(extraction.findings == [])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `five thousand copies of a long value are refused or cheap`() async {
        var builder = BlockBuilder()
        let long = BlockBuilder.Entry(tag: 0x010E, type: 2, count: 60_000, value: [8, 0, 0, 0])
        builder.append([BlockBuilder.Entry](repeating: long, count: 5_000))
        let extraction = await read(builder.bytes)
        #expect(extraction.findings == [])
    }

    @Test func `passes the exam`() async {
        await ExtractorExam(LibEXIFExtractor(), as: .exif).pass(BlockBuilder.camera())
    }
}
