import ImageExtraction
import MetadataCore
import Testing

@Suite("EXIF blocks")
struct ExifExtractorTests {
    @Test(arguments: [ByteOrder.little, .big])
    func `reads what a camera wrote in either byte order`(order: ByteOrder) async {
        let answer = await TIFFAnswer.exif(TIFFBuilder(order: order).camera())
        #expect(answer[.imageCameraMake] == .string("Maker"))
        #expect(answer[.imageCameraModel] == .string("Model X"))
        #expect(answer[.imageOrientation] == .integer(6))
        #expect(answer[.imageResolutionX] == .number(300))
        #expect(answer[.imageResolutionUnit] == .string("inch"))
        #expect(answer[.imageSoftware] == .string("Firmware 1.0"))
        #expect(answer[.imageExposureSeconds] == .number(0.004))
        #expect(answer[.imageExposureFNumber] == .number(2.8))
        #expect(answer[.imageExposureISO] == .number(400))
        #expect(answer[.imageExposureFocalLength] == .number(50))
        #expect(answer[.imageExposureFocalLength35mm] == .integer(75))
        #expect(answer[.imageExposureFlashFired] == .boolean(true))
        #expect(answer[.imageCameraLens] == .string("Lens 50mm f/2.8"))
        #expect(answer.extraction.issues == [])
    }

    @Test func `the capture time takes its fraction and offset from their own tags`() async {
        let answer = await TIFFAnswer.exif(TIFFBuilder().camera())
        #expect(answer[.imageCaptureTime] == .string("2021-04-11T15:47:53.054"))
        #expect(answer[.imageCaptureOffset] == .string("-05:00"))
    }

    @Test func `a position is signed by its references`() async throws {
        let answer = await TIFFAnswer.exif(TIFFBuilder().camera())
        let latitude = try #require(answer[.imageLatitude]?.number)
        let longitude = try #require(answer[.imageLongitude]?.number)
        #expect(abs(latitude - 39.051344444) < 1e-8)
        #expect(abs(longitude + 94.288772222) < 1e-8)
        #expect(answer[.imageAltitude] == .number(-260.5))
        #expect(answer[.imageLocationTime] == .string("2021-04-11T20:47:53.250Z"))
    }

    @Test func `a GPS directory may be a block of its own`() async {
        let builder = TIFFBuilder()
        var directory = builder.position()
        directory.entries.insert(builder.byte(0x0000, 2, 3, 0, 0), at: 0)
        let answer = await TIFFAnswer.exif(builder.build([directory]))
        #expect(answer[.imageAltitude] == .number(-260.5))
        #expect(answer.sources(.imageLatitude) == ["exif-gps"])
    }

    @Test func `a finding names its directory and the offset of its value`() async throws {
        let bytes = TIFFBuilder().camera()
        let answer = await TIFFAnswer.exif(bytes)
        #expect(answer.sources(.imageCameraMake) == ["exif-ifd0"])
        #expect(answer.sources(.imageExposureISO) == ["exif-exif"])
        #expect(answer.sources(.imageLatitude) == ["exif-gps"])
        let make = try #require(answer.extraction.findings.first { $0.field == .imageCameraMake }?.offset)
        #expect(bytes.dropFirst(make).starts(with: Array("Maker".utf8)))
    }

    @Test func `a thumbnail's orientation is not the picture's`() async {
        let builder = TIFFBuilder()
        let answer = await TIFFAnswer.exif(
            builder.build([.init(entries: [builder.ascii(0x0110, "M")]), builder.thumbnail()]))
        #expect(answer[.imageOrientation] == nil)
        #expect(answer[.imageCameraMake] == .string("Thumb"))
    }

    @Test func `the time of a change is no capture time`() async {
        let builder = TIFFBuilder()
        let answer = await TIFFAnswer.exif(
            builder.build([.init(entries: [builder.ascii(0x0132, "2021:05:01 10:00:00")])]))
        #expect(answer[.imageCaptureTime] == nil)
    }

    @Test func `a blank capture time gives way to the time of digitizing`() async {
        let builder = TIFFBuilder()
        let exif = TIFFBuilder.Directory(entries: [
            builder.ascii(0x9003, "    :  :     :  :  "), builder.ascii(0x9004, "2003:02:01 04:05:06"),
            builder.ascii(0x9011, "+02:00"), builder.ascii(0x9012, "+03:00"), builder.ascii(0x9291, "99"),
        ])
        let answer = await TIFFAnswer.exif(builder.build([.init(children: [(0x8769, [exif])])]))
        #expect(answer[.imageCaptureTime] == .string("2003-02-01T04:05:06"))
        #expect(answer[.imageCaptureOffset] == .string("+03:00"))
        #expect(answer.codes == [])
    }

    @Test func `fractions over zero and zeros that mean unknown are absent`() async {
        let builder = TIFFBuilder()
        let exif = TIFFBuilder.Directory(entries: [
            builder.rational(0x829A, (1, 0)), builder.rational(0x829D, (0, 0)), builder.short(0x8827, 0),
            builder.rational(0x920A, (0, 1)), builder.short(0xA405, 0), builder.ascii(0xA434, "   "),
        ])
        let answer = await TIFFAnswer.exif(builder.build([.init(children: [(0x8769, [exif])])]))
        #expect(answer.extraction == Extraction())
    }

    @Test func `a sensitivity too large for its tag stands in another`() async {
        let builder = TIFFBuilder()
        let exif = TIFFBuilder.Directory(entries: [builder.short(0x8827, 65_535), builder.long(0x8832, 102_400)])
        let answer = await TIFFAnswer.exif(builder.build([.init(children: [(0x8769, [exif])])]))
        #expect(answer[.imageExposureISO] == .number(102_400))
    }

    @Test(arguments: [
        ("N", 91 as UInt32, "E"), ("", 39, "E"), ("N", 39, ""), ("X", 39, "E"),
    ])
    func `a position out of range or without references is absent`(north: String, degrees: UInt32, east: String) async {
        let builder = TIFFBuilder()
        let gps = TIFFBuilder.Directory(entries: [
            builder.ascii(1, north), builder.rational(2, (degrees, 1), (0, 1), (0, 1)), builder.ascii(3, east),
            builder.rational(4, (9, 1), (0, 1), (0, 1)),
        ])
        let answer = await TIFFAnswer.exif(builder.build([.init(children: [(0x8825, [gps])])]))
        #expect(answer[.imageLatitude] == nil)
        #expect(answer[.imageLongitude] == nil)
        #expect(answer.codes == [.invalidValue])
        #expect(answer.extraction.issues.allSatisfy { $0.severity == .note })
    }

    @Test func `a camera without a fix writes no position and no issue`() async {
        let builder = TIFFBuilder()
        let gps = TIFFBuilder.Directory(entries: [
            builder.ascii(1, "N"), builder.rational(2, (0, 0), (0, 0), (0, 0)), builder.ascii(3, "E"),
            builder.rational(4, (0, 0), (0, 0), (0, 0)), builder.rational(6, (0, 0)),
        ])
        let answer = await TIFFAnswer.exif(builder.build([.init(children: [(0x8825, [gps])])]))
        #expect(answer.extraction == Extraction())
    }

    @Test(arguments: [([0x4D, 0xC3, 0xA1], "Má"), ([0x4D, 0xE1], "Má")] as [([UInt8], String)])
    func `text is UTF-8, or else ISO 8859-1`(bytes: [UInt8], text: String) async {
        let entry = TIFFBuilder.Entry(tag: 0x010F, type: 2, count: bytes.count, bytes: bytes)
        let answer = await TIFFAnswer.exif(TIFFBuilder().build([.init(entries: [entry])]))
        #expect(answer[.imageCameraMake] == .string(text))
    }

    @Test func `text is cut at its limit`() async {
        var options = ExtractionOptions()
        options.limits.textByteCount = 3
        let answer = await TIFFAnswer.exif(TIFFBuilder().camera(), options: options)
        #expect(answer[.imageCameraMake] == .string("Mak"))
    }

    @Test func `bytes without a header are reported`() async {
        let answer = await TIFFAnswer.exif(Array("Exif".utf8))
        #expect(answer.codes == [.corrupt])
        #expect(answer.extraction.findings == [])
    }
}
