import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("Lenses and serial numbers in MakerNotes")
struct ExifLensTests {
    private let builder = TIFFBuilder()

    /// A block whose MakerNote is `note`.
    private func block(_ make: String, model: String = "Model", _ note: [UInt8]) -> [UInt8] {
        let exif = TIFFBuilder.Directory(entries: [.init(tag: 0x927C, type: 7, count: note.count, bytes: note)])
        return builder.build([
            .init(entries: [builder.ascii(0x010F, make), builder.ascii(0x0110, model)], children: [(0x8769, [exif])])
        ])
    }

    private func canon(model: String = "Canon EOS", _ entries: [TIFFBuilder.Entry]) async -> TIFFAnswer {
        let footer: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
        let note = Array(builder.build([.init(entries: entries)]).dropFirst(8)) + footer
        return await .exif(block("Canon", model: model, note))
    }

    /// CameraSettings with a lens number and focal lengths.
    private func settings(_ lens: UInt16, _ shortest: UInt16, _ longest: UInt16) -> TIFFBuilder.Entry {
        var values = [UInt16](repeating: 0, count: 30)
        values.replaceSubrange(22...25, with: [lens, longest, shortest, 1])
        return .init(tag: 1, type: 3, count: 30, bytes: values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    }

    private func nikon(_ entries: [TIFFBuilder.Entry]) async -> TIFFAnswer {
        let inner = TIFFBuilder(order: .big).build([.init(entries: entries)])
        return await .exif(block("NIKON CORPORATION", Array("Nikon\0\u{2}\u{10}\0\0".utf8) + inner))
    }

    // MARK: - Canon

    @Test(arguments: [
        (UInt16(48), UInt16(18), UInt16(55), "Canon EF-S 18-55mm f/3.5-5.6 IS"),
        // The number of a Canon lens with the focal lengths of another maker's.
        (10, 105, 105, "Sigma 105mm f/2.8 Macro EX"),
        // Several lenses have that number and those focal lengths.
        (6, 10, 20, "10-20mm"),
        (65_535, 6, 23, "6-23mm"),
    ])
    func `a Canon lens is named where its number and focal lengths settle it`(
        number: UInt16, shortest: UInt16, longest: UInt16, name: String
    ) async {
        let answer = await canon([settings(number, shortest, longest)])
        #expect(answer[.imageCameraLens] == .string(name))
    }

    @Test func `a name that the camera wrote comes before a number`() async {
        let answer = await canon([settings(48, 18, 55), builder.ascii(0x0095, "EF-S18-55mm f/3.5-5.6 IS")])
        #expect(answer[.imageCameraLens] == .string("EF-S18-55mm f/3.5-5.6 IS"))
        #expect(answer.sources(.imageCameraLens).count == 1)
    }

    @Test(arguments: [
        ("Canon EOS 5D", UInt32(1_234), "0000001234"), ("Canon EOS-1D", 1_234, "001234"),
        ("Canon EOS D30", 0x0010_0007, "001000007"),
    ])
    func `a Canon serial number has as many digits as on the camera`(model: String, number: UInt32, text: String) async
    {
        let answer = await canon(model: model, [builder.long(0x000C, number)])
        #expect(answer[.imageCameraSerial] == .string(text))
    }

    // MARK: - Nikon

    private let lens: [UInt8] = [0xA2, 0x38, 0x5C, 0x8E, 0x34, 0x40, 0xCD]
    private let veiled: [UInt8] = [48, 25, 139, 134, 10, 23, 173, 204, 214, 157, 3, 44, 90, 131, 108]

    @Test func `a Nikon lens is named by eight bytes`() async {
        let data = Array("0101".utf8) + [UInt8](repeating: 0, count: 7) + lens
        let answer = await nikon([
            .init(tag: 0x0083, type: 1, count: 1, bytes: [0x86]),
            .init(tag: 0x0098, type: 7, count: data.count, bytes: data),
        ])
        #expect(answer[.imageCameraLens] == .string("AF-P DX Nikkor 70-300mm f/4.5-6.3G VR"))
    }

    @Test func `a veiled lens needs serial number and shutter count`() async {
        let big = TIFFBuilder(order: .big)
        let data = Array("0204".utf8) + veiled
        let type = TIFFBuilder.Entry(tag: 0x0083, type: 1, count: 1, bytes: [0x86])
        let entry = TIFFBuilder.Entry(tag: 0x0098, type: 7, count: data.count, bytes: data)
        let serial = big.ascii(0x001D, "3021448")
        let answer = await nikon([serial, type, entry, big.long(0x00A7, 1_234)])
        #expect(answer[.imageCameraLens] == .string("AF-P DX Nikkor 70-300mm f/4.5-6.3G VR"))
        #expect(answer[.imageCameraSerial] == .string("3021448"))
        #expect(await nikon([serial, type, entry])[.imageCameraLens] == nil)
        #expect(await nikon([serial, type, entry, big.long(0x00A7, 1_235)])[.imageCameraLens] == nil)
    }

    // MARK: - Other makers

    @Test func `an Olympus lens is named by maker, model and variant`() async {
        let equipment = TIFFBuilder.Directory(entries: [
            builder.ascii(0x0101, "H12345678"), builder.byte(0x0201, 0, 0, 1, 0x10, 0, 0),
        ])
        let note = builder.write(
            .init(children: [(0x2010, [equipment])]), after: Array("OLYMPUS\0II\u{3}\0".utf8))
        let answer = await TIFFAnswer.exif(block("OLYMPUS IMAGING CORP.", note))
        #expect(answer[.imageCameraLens] == .string("Olympus M.Zuiko Digital ED 14-42mm F3.5-5.6"))
        #expect(answer[.imageCameraSerial] == .string("H12345678"))
    }

    @Test func `a Pentax note of either kind names its lens and body`() async {
        let entries = TIFFBuilder.Directory(entries: [builder.byte(0x003F, 3, 40), builder.ascii(0x0229, "4012345")])
        let note = builder.write(entries, after: Array("PENTAX \0II".utf8))
        let answer = await TIFFAnswer.exif(block("PENTAX", note))
        #expect(answer[.imageCameraLens] == .string("smc PENTAX-F Macro 100mm F2.8"))
        #expect(answer[.imageCameraSerial] == .string("4012345"))
        let short = TIFFBuilder.Directory(entries: [builder.byte(0x003F, 3, 40)])
        let older = await TIFFAnswer.exif(
            block("PENTAX Corporation", builder.write(short, after: Array("AOC\0II".utf8))))
        #expect(older[.imageCameraLens] == .string("smc PENTAX-F Macro 100mm F2.8"))
    }

    @Test func `a Sony serial number is written backwards`() async {
        let entries = TIFFBuilder.Directory(entries: [
            builder.long(0xB027, 1),
            .init(tag: 0xB02A, type: 1, count: 8, bytes: [0, 0, 0x80, 0x02, 0, 0x28, 0x28, 0]),
        ])
        let signature = Array("SONY DSC \0\0\0".utf8)
        let answer = await TIFFAnswer.exif(block("SONY", at: signature, entries))
        #expect(answer[.imageCameraLens] == .string("Minolta AF 80-200mm F2.8 HS-APO G"))
        let body = TIFFBuilder.Directory(entries: [builder.ascii(0x2031, "78563412")])
        #expect(await TIFFAnswer.exif(block("SONY", at: signature, body))[.imageCameraSerial] == .string("12345678"))
    }

    /// A block whose MakerNote counts its offsets from the block's header.
    private func block(_ make: String, at signature: [UInt8], _ directory: TIFFBuilder.Directory) -> [UInt8] {
        let length = builder.write(directory, after: signature).count
        let mark = [UInt8](repeating: 0xA5, count: length)
        let bytes = block(make, mark)
        let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
        let before = [UInt8](repeating: 0, count: start) + signature
        return block(make, Array(builder.write(directory, after: before).dropFirst(start)))
    }

    @Test func `a Fujifilm note is always little-endian`() async {
        let note = builder.write(
            .init(entries: [builder.ascii(0x0010, "FC  A1234567")]), after: Array("FUJIFILM\u{c}\0\0\0".utf8))
        let exif = TIFFBuilder.Directory(entries: [.init(tag: 0x927C, type: 7, count: note.count, bytes: note)])
        let big = TIFFBuilder(order: .big)
        let answer = await TIFFAnswer.exif(
            big.build([.init(entries: [big.ascii(0x010F, "FUJIFILM")], children: [(0x8769, [exif])])]))
        #expect(answer[.imageCameraSerial] == .string("FC  A1234567"))
    }

    @Test func `a Panasonic serial number is not ended`() async {
        let body = TIFFBuilder.Directory(entries: [
            .init(tag: 0x0025, type: 7, count: 16, bytes: Array("F190909160042\0\0\0".utf8))
        ])
        let answer = await TIFFAnswer.exif(block("Panasonic", at: Array("Panasonic\0\0\0".utf8), body))
        #expect(answer[.imageCameraSerial] == .string("F190909160042"))
    }

    @Test func `a serial number in EXIF spares the note`() async {
        let note = Array(builder.build([.init(entries: [builder.long(0x000C, 1_234)])]).dropFirst(8))
        let exif = TIFFBuilder.Directory(entries: [
            .init(tag: 0x927C, type: 7, count: note.count, bytes: note), builder.ascii(0xA431, "99"),
        ])
        let answer = await TIFFAnswer.exif(
            builder.build([.init(entries: [builder.ascii(0x010F, "Canon")], children: [(0x8769, [exif])])]))
        #expect(answer.sources(.imageCameraSerial) == ["exif-exif"])
    }
}
