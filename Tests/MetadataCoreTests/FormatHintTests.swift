import MetadataCore
import Testing

@Suite("Hints")
struct FormatHintTests {
    @Test(
        arguments: [
            ("a.jpg", "jpg"), ("/dir.d/b.TAR.GZ", "gz"), ("none", nil), (".hidden", nil), ("dot.", nil), ("", nil),
            ("a/", nil),
            ("x.averylongextension", nil),
        ] as [(String, String?)])
    func theExtensionIsBehindTheLastDotOfTheName(name: String, expected: String?) {
        #expect(FormatHint(fileName: name).fileExtension == expected)
    }

    @Test(arguments: [
        ("notes.md", "markdown"), ("a.csv", "csv"), ("a.tsv", "tsv"), ("a.yml", "yaml"), ("a.py", "python"),
        ("a.toml", "toml"), ("a.txt", "text"), ("a", "text"), ("a.json", "text"), ("a.svg", "text"), ("a.vcf", "text"),
        ("a.jpg", "text"),
    ])
    func aNameSettlesBetweenKindsOfPlainText(name: String, format: String) {
        let found = identify("some words\n", hint: FormatHint(fileName: name))
        #expect(found.format.rawValue == format, "\(found)")
        #expect(found.mayBeTable == (format == "csv" || format == "tsv"))
    }

    @Test func aDeclaredTypeSettlesToo() {
        let hint = FormatHint(declaredMediaType: "Text/CSV; header=present")
        #expect(identify("words\n", hint: hint).mediaType == "text/csv; charset=us-ascii")
    }

    @Test func aNameSettlesNothingAgainstStructure() {
        #expect(identify("{\"error\": 404}", hint: FormatHint(fileName: "a.csv")).format == .json)
        #expect(identify("<!DOCTYPE html><p>", hint: FormatHint(fileName: "a.csv")).format == .html)
        #expect(identify("<?xml version='1.0'?><x/>", hint: FormatHint(fileName: "a.svg")).format == .xml)
        #expect(identify("BEGIN:VCARD\n", hint: FormatHint(fileName: "a.vcf")).format.rawValue == "vcard")
        #expect(identify("{\"a\":1}", hint: FormatHint(fileName: "a.jsonl")).format == .ndjson)
        #expect(identify("<p align=center>", hint: FormatHint(fileName: "README.md")).format.rawValue == "markdown")
    }

    @Test func aNameNeverMakesTextOfBinary() {
        let junk: [UInt8] = [0, 1, 2, 3, 0xFE, 0x80, 4, 5]
        let hint = FormatHint(fileName: "a.csv")
        let found = identify(junk, hint: hint)
        #expect(found.format == .unknown)
        #expect(found.mismatch(with: hint)?.detail == "named .csv, but is no known format")
    }

    @Test func aContradictionIsANote() throws {
        let found = FormatIdentification(.png, basis: "signature at 0")
        let issue = try #require(found.mismatch(with: FormatHint(fileName: "photo.JPG")))
        #expect(issue.code == .typeMismatch && issue.severity == .note && issue.stage == .identify)
        #expect(issue.detail == "named .jpg, but is png")
        let declared = try #require(
            found.mismatch(with: FormatHint(fileName: "x.png", declaredMediaType: "image/jpeg")))
        #expect(declared.detail == "declared as image/jpeg, but is png")
    }

    static let agreeing: [(String, String)] = [
        ("a.jpe", "jpeg"), ("a.dat", "jpeg"), ("a.bin", "png"), ("a.tmp", "pdf"), ("a.zip", "docx"), ("a.docx", "zip"),
        ("a.zip", "jar"), ("a.apk", "jar"), ("a.csv", "text"), ("a.txt", "csv"), ("a.txt", "json"), ("a.tif", "dng"),
        ("a.dng", "tiff"), ("a.mov", "mp4"), ("a.mp4", "mov"), ("a.tiff", "bigtiff"), ("a.heic", "heif"),
        ("a.xml", "svg"), ("a.unheard", "png"), ("a.ai", "pdf"), ("a.pnm", "ppm"), ("a.raw", "rw2"), ("a.exe", "pe"),
    ]

    @Test(arguments: agreeing)
    func relativesAndNeutralNamesAreNoContradiction(name: String, format: String) {
        let found = FormatIdentification(FileFormat(rawValue: format), basis: "test")
        #expect(found.mismatch(with: FormatHint(fileName: name)) == nil)
    }

    @Test(arguments: [
        ("a.jpg", "heic"), ("a.docx", "xlsx"), ("a.heic", "avif"), ("a.pdf", "text"), ("a.png", "unknown"),
        ("a.csv", "pdf"), ("a.svg", "html"), ("a.mp3", "wav"), ("a.doc", "docx"),
    ])
    func realContradictionsAreSaid(name: String, format: String) {
        let found = FormatIdentification(FileFormat(rawValue: format), basis: "test")
        #expect(found.mismatch(with: FormatHint(fileName: name)) != nil)
    }

    @Test(arguments: [
        "application/octet-stream", "image/jpg", "image/pjpeg; q=1", "IMAGE/JPEG", "made/up", "", "nonsense",
    ])
    func declaredTypesThatAgreeOrSayNothing(type: String) {
        let found = FormatIdentification(.jpeg, basis: "test")
        #expect(found.mismatch(with: FormatHint(declaredMediaType: type)) == nil)
    }

    @Test func anEmptyFileContradictsNothing() {
        let found = identify([] as [UInt8])
        #expect(found.basis == "empty" && found.format == .unknown)
        #expect(found.mismatch(with: FormatHint(fileName: "a.jpg")) == nil)
    }
}
