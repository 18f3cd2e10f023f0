import MetadataCore
import Testing

@Suite("Containers told by their inside")
struct FormatContainerTests {
    // MARK: - ZIP

    static let archives: [([String], String)] = [
        (["a.txt"], "zip"), (["[Content_Types].xml", "word/document.xml"], "docx"),
        (["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], "docm"),
        (["[Content_Types].xml", "xl/workbook.xml"], "xlsx"), (["[Content_Types].xml", "xl/workbook.bin"], "xlsb"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "pptx"),
        (["[Content_Types].xml", "visio/document.xml"], "vsdx"),
        (["[Content_Types].xml", "a.bin"], "opc"), (["word/notes.txt"], "zip"),
        (["META-INF/MANIFEST.MF", "A.class"], "jar"), (["META-INF/MANIFEST.MF", "WEB-INF/web.xml"], "war"),
        (["META-INF/MANIFEST.MF", "classes.dex", "AndroidManifest.xml"], "apk"),
        (["META-INF/MANIFEST.MF", "META-INF/mozilla.rsa", "manifest.json"], "xpi"), (["doc.kml"], "kmz"),
        (["Payload/App.app/Info.plist"], "ipa"), (["[Content_Types].xml", "3D/3dmodel.model"], "3mf"),
        (["[Content_Types].xml", "lib.nuspec"], "nupkg"), (["x.npy"], "npz"),
        (["p/__init__.py", "p-1.dist-info/WHEEL"], "wheel"), (["META-INF/container.xml", "a.opf"], "epub"),
        (["Index/Document.iwa", "Index/CalculationEngine.iwa"], "numbers"),
    ]

    @Test(arguments: archives)
    func namesOfMembersTellTheFormat(names: [String], format: String) {
        let bytes = FormatSamples.zip(names.map { ($0, "content") })
        let found = identify(bytes)
        #expect(found.format.rawValue == format, "\(found)")
    }

    @Test(arguments: archives)
    func withoutADirectoryTheLocalHeadersTellIt(names: [String], format: String) {
        let whole = FormatSamples.zip(names.map { ($0, "content") })
        let found = identify(Array(whole.dropLast(22)))
        #expect(found.format.rawValue == format, "\(found)")
    }

    @Test(arguments: [
        ("application/vnd.oasis.opendocument.text", "odt"),
        ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
        ("application/vnd.oasis.opendocument.presentation", "odp"), ("application/epub+zip", "epub"),
    ])
    func theMemberMimetypeStatesTheFormat(type: String, format: String) {
        let bytes = FormatSamples.zip([("mimetype", type), ("content.xml", "<x/>")])
        let found = identify(bytes)
        #expect(found.format.rawValue == format)
        #expect(found.mediaType == type)
        #expect(found.basis == "zip: mimetype")
    }

    @Test func aMemberFarBehindTheHeadIsFoundThroughTheDirectory() {
        let big = String(repeating: "x", count: 100_000)
        let bytes = FormatSamples.zip(
            [("[Content_Types].xml", big), ("xl/workbook.xml", "y")], comment: String(repeating: "c", count: 1_000))
        #expect(identify(bytes).basis == "zip: xl/workbook.xml")
    }

    // MARK: - ISO base media

    static let brands: [(String, [String], String)] = [
        ("heic", ["mif1", "heic"], "heic"), ("mif1", ["heic"], "heic"), ("mif1", ["avif"], "avif"),
        ("mif1", ["miaf"], "heif"), ("avif", [], "avif"), ("avis", [], "avif"), ("crx ", [], "cr3"),
        ("isom", ["mp41"], "mp4"), ("mp42", ["isom"], "mp4"), ("qt  ", [], "mov"), ("M4A ", ["mp42"], "m4a"),
        ("M4V ", [], "m4v"), ("3gp4", ["isom"], "3gp"), ("jp2 ", [], "jp2"), ("zzzz", ["qt  "], "mov"),
        ("zzzz", [], "bmff"),
    ]

    @Test(arguments: brands)
    func brandsTellTheFormat(major: String, compatible: [String], format: String) {
        let found = identify(FormatSamples.boxes(major, compatible: compatible))
        #expect(found.format.rawValue == format, "\(found)")
        #expect(found.basis.hasPrefix("bmff brand"))
    }

    @Test func imageSequencesHaveTheirOwnMediaType() {
        #expect(identify(FormatSamples.boxes("hevc", compatible: ["heic"])).mediaType == "image/heic-sequence")
    }

    @Test func oldQuickTimeHasNoFileType() {
        let bytes =
            FormatSamples.big(UInt32(8)) + Array("wide".utf8) + FormatSamples.big(UInt32(8)) + Array("mdat".utf8)
        #expect(identify(bytes).format == .mov)
        #expect(identify("the mdat box comes second, and free text is free\n").format == .text)
        #expect(
            identify(Array("\0\0\0\u{20}free of charge, and nothing behind it that is a box".utf8)).format == .unknown)
    }

    @Test func boxedJPEG2000IsToldByItsBrand() {
        let signature: [UInt8] = [0, 0, 0, 12] + Array("jP  ".utf8) + [13, 10, 0x87, 10]
        #expect(identify(signature + FormatSamples.boxes("jp2 ")).format == .jp2)
        #expect(identify(signature + FormatSamples.boxes("jpx ")).format.rawValue == "jpx")
        #expect(identify(signature).format == .jp2)
    }

    // MARK: - Compound files

    @Test(arguments: [
        (["WordDocument"], "doc"), (["Workbook"], "xls"), (["Book"], "xls"), (["PowerPoint Document"], "ppt"),
        (["VisioDocument"], "vsd"), (["__properties_version1.0"], "msg"), (["\u{4840}\u{3F3F}"], "msi"),
        (["EncryptedPackage"], "ooxml-encrypted"), (["Other"], "ole2"), ([], "ole2"),
    ])
    func streamsTellTheFormat(names: [String], format: String) {
        let found = identify(FormatSamples.compound(names))
        #expect(found.format.rawValue == format, "\(found)")
    }

    @Test func aChainThatRunsInACircleEnds() {
        var bytes = FormatSamples.compound(["Other"])
        bytes.replaceSubrange(516..<520, with: FormatSamples.little(UInt32(1)))
        bytes.replaceSubrange(76..<80, with: FormatSamples.little(UInt32(0)))
        #expect(identify(bytes).format.rawValue == "ole2")
    }

    // MARK: - TIFF

    private static func make(_ text: String) -> (tag: UInt16, type: UInt16, value: [UInt8]) {
        (0x010F, 2, Array((text + "\0").utf8))
    }

    @Test func rawFilesAreToldByTagsAndMaker() {
        let reduced = (tag: UInt16(0x00FE), type: UInt16(4), value: [UInt8]([1, 0, 0, 0]))
        let children = (tag: UInt16(0x014A), type: UInt16(4), value: [UInt8]([0, 0, 0, 0]))
        let version = (tag: UInt16(0xC612), type: UInt16(1), value: [UInt8]([1, 4, 0, 0]))
        let sony = (tag: UInt16(0xC634), type: UInt16(1), value: [UInt8]([0, 0, 0, 0]))
        let compression = (tag: UInt16(0x0103), type: UInt16(3), value: [UInt8]([0xFF, 0xFF]))
        #expect(identify(FormatSamples.tiff([])).format == .tiff)
        #expect(identify(FormatSamples.tiff([Self.make("NIKON CORPORATION"), version])).format == .dng)
        #expect(identify(FormatSamples.tiff([reduced, Self.make("NIKON CORPORATION"), children])).format == .nef)
        #expect(identify(FormatSamples.tiff([Self.make("NIKON CORPORATION")])).format == .tiff)
        #expect(identify(FormatSamples.tiff([Self.make("SONY"), sony])).format == .arw)
        #expect(identify(FormatSamples.tiff([compression, Self.make("PENTAX")])).format == .pef)
    }

    // MARK: - Others

    @Test func aDocumentTypeTellsWebMFromMatroska() {
        let header: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x82]
        #expect(identify(header + [0x84] + Array("webm".utf8)).format.rawValue == "webm")
        #expect(identify(header + [0x88] + Array("matroska".utf8)).mediaType == "video/matroska")
    }

    @Test func theFirstPacketTellsTheKindOfOgg() {
        let page = Array("OggS".utf8) + [UInt8](repeating: 0, count: 24)
        #expect(identify(page + Array("OpusHead".utf8)).mediaType == "audio/ogg; codecs=opus")
        #expect(identify(page + [0x80] + Array("theora".utf8)).mediaType == "video/ogg")
        #expect(identify(page + [1] + Array("vorbis".utf8)).mediaType == "audio/ogg")
    }
}
