import MetadataCore
import PDFExtraction
import TestSupport
import Testing

@Suite struct PDFExtractorTests {
    @Test func `it reads PDF and no other format`() {
        #expect(PDFExtractor().formats == [.pdf])
        #expect(!PDFExtractor().isNative)
    }

    @Test(arguments: [
        ("classic", 1), ("carriage-returns", 1), ("hybrid", 1), ("incremental", 2), ("junk-before-header", 1),
        ("linearized", 3), ("linearized-updated", 3), ("nested-pages", 9), ("streams", 3), ("trailing-junk", 1),
        ("encrypted-aes-256-password", 2), ("full-catalog-streams", 2),
    ])
    func `pages are counted without repair`(name: String, count: Int) async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/\(name).pdf"))
        #expect(answer[.documentPageCount] == .integer(count))
        #expect(answer.source(of: .documentPageCount) == "pdf-pages")
        #expect(answer.extraction.secondOpinion == .needless)
    }

    @Test(arguments: [
        ("title-pdfdoc", "† dash — euro € café (nested ) (parens)"), ("title-utf16", "Jahresbericht Üöß 中📄"),
        ("title-utf16-little-endian", "little Ü"), ("title-utf8", "Jahresbericht Üöß"), ("incremental", "Third title"),
        ("pdfa-2b", "Annual report (draft)"),
    ])
    func `titles are read in every encoding`(name: String, title: String) async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/\(name).pdf"))
        #expect(answer[.documentTitle] == .string(title))
    }

    @Test(arguments: ["rc4-40", "rc4-128", "aes-128", "aes-256-r5", "aes-256"])
    func `what opens with the empty password is decrypted`(name: String) async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/encrypted-\(name).pdf"))
        #expect(answer[.documentEncrypted] == .boolean(true))
        #expect(answer[.documentNeedsPassword] == .boolean(false))
        #expect(answer[.documentTitle] == .string("Annual report (draft)"))
        #expect(answer[.documentPermissions] != nil)
    }

    @Test(arguments: ["rc4-128-password", "aes-128-password", "aes-256-password", "aes-256-password-streams"])
    func `what needs a password says so and gives no text`(name: String) async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/encrypted-\(name).pdf"))
        #expect(answer[.documentNeedsPassword] == .boolean(true))
        #expect(answer[.documentTitle] == nil)
        #expect(answer.has(.encrypted))
    }

    @Test func `a catalog tells what the document contains`() async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/full-catalog.pdf"))
        #expect(answer[.documentAttachments] == .integer(1))
        #expect(answer[.documentSignatures] == .integer(1))
        #expect(answer[.documentForms] == .string("acroform"))
        #expect(answer[.documentJavaScript] == .boolean(true))
        #expect(answer[.documentTagged] == .boolean(true))
    }

    @Test func `outlines, portfolios and the revisions that a file holds are seen`() async throws {
        let outlined = await Answer(try Fixtures.bytes("PDF/pdfx-1a.pdf"))
        #expect(outlined[.documentOutlines] == .boolean(true))
        #expect(outlined[.documentPortfolio] == .boolean(false))
        #expect(outlined[.documentRevisions] == .integer(1))
        #expect(await Answer(try Fixtures.bytes("PDF/full-catalog.pdf"))[.documentPortfolio] == .boolean(true))
        let expected = [
            ("incremental", 3), ("linearized", 1), ("linearized-updated", 2), ("hybrid", 1), ("streams", 1),
        ]
        for (name, count) in expected {
            let answer = await Answer(try Fixtures.bytes("PDF/\(name).pdf"))
            #expect(answer[.documentRevisions] == .integer(count), "\(name)")
        }
    }

    @Test func `a claim of PDF/X and the times in XMP are seen`() async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/pdfx-1a.pdf"))
        #expect(answer[.documentPDFX] == .string("PDF/X-1a:2001"))
        let times = answer.extraction.findings.filter { $0.field == .documentModified }
        #expect(times.map(\.source.rawValue) == ["pdf-info", "xmp"])
        #expect(times.map(\.value) == [.string("2021-06-07T08:09:10Z"), .string("2021-06-07T08:09:10Z")])
    }

    @Test(arguments: [
        ("rc4-40", 1, 2, 40, "rc4"), ("rc4-128", 2, 3, 128, "rc4"), ("aes-128", 4, 4, 128, "aes-128"),
        ("aes-256-r5", 5, 5, 256, "aes-256"), ("aes-256", 5, 6, 256, "aes-256"),
        ("aes-256-password", 5, 6, 256, "aes-256"),
    ])
    func `encryption is described, locked or not`(
        name: String, version: Int, revision: Int, keyLength: Int, cipher: String
    ) async throws {
        let encryption = await Answer(try Fixtures.bytes("PDF/encrypted-\(name).pdf"))[.documentEncryption]
        #expect(encryption?["handler"] == .string("Standard"))
        #expect(encryption?["version"] == .integer(version))
        #expect(encryption?["revision"] == .integer(revision))
        #expect(encryption?["keyLength"] == .integer(keyLength))
        #expect(encryption?["cipher"] == .string(cipher))
    }

    @Test func `the catalog's version, XFA, PDF/A and linearization are seen`() async throws {
        let version = await Answer(try Fixtures.bytes("PDF/catalog-version.pdf"))
        #expect(version[.documentVersion] == .string("1.7"))
        #expect(await Answer(try Fixtures.bytes("PDF/xfa.pdf"))[.documentForms] == .string("xfa"))
        #expect(await Answer(try Fixtures.bytes("PDF/pdfa-2b.pdf"))[.documentPDFA] == .string("2b"))
        #expect(await Answer(try Fixtures.bytes("PDF/linearized.pdf"))[.documentLinearized] == .boolean(true))
        #expect(await Answer(try Fixtures.bytes("PDF/linearized-updated.pdf"))[.documentLinearized] == .boolean(false))
    }

    @Test func `dates follow RFC 3339`() async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/classic.pdf"))
        #expect(answer[.documentCreated] == .string("2021-06-05T04:03:02+02:00"))
        #expect(answer[.documentModified] == .string("2021-06-07T08:09:10Z"))
        let odd = await Answer(try Fixtures.bytes("PDF/odd-values.pdf"))
        #expect(odd[.documentCreated] == .string("2021-01-01T00:00:00"))
        #expect(odd.has(.invalidValue))
    }

    @Test func `page sizes are grouped as displayed`() async throws {
        let answer = await Answer(try Fixtures.bytes("PDF/nested-pages.pdf"))
        let counts = answer[.documentPageSizes]?.array?.map { $0["count"]?.integer }
        #expect(counts == [2, 3, 3, 1])
        #expect(answer[.documentPageSizes]?.array?[1]["width"] == .number(841.89))
    }
}
