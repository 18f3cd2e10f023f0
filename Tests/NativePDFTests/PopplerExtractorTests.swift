import MetadataCore
import TestSupport
import Testing

@testable import NativePDF

struct PopplerExtractorTests {
    private let pdf = FileFormat(rawValue: "pdf")

    private func extract(_ source: any ByteSource, limits: Limits = Limits()) async -> Extraction {
        var options = ExtractionOptions()
        options.limits = limits
        return await PopplerExtractor().extract(from: source, as: pdf, options: options)
    }

    private func extract(_ document: PDFBytes, limits: Limits = Limits()) async -> Extraction {
        await extract(MemorySource(document.bytes), limits: limits)
    }

    // MARK: - What a document says

    @Test(arguments: [1, 2, 40]) func `The page count and the version are found without an issue`(count: Int) async {
        let extraction = await extract(PDFBytes(pages: Array(repeating: "/MediaBox[0 0 612 792]", count: count)))
        #expect(extraction[.documentPageCount] == .integer(count))
        #expect(extraction[.documentVersion] == .string("1.4"))
        #expect(extraction[.documentNeedsPassword] == .boolean(false))
        #expect(extraction[.documentLinearized] == .boolean(false))
        #expect(extraction[.documentEncrypted] == nil)
        #expect(extraction.findings.allSatisfy { $0.source == "poppler" })
        #expect(extraction.issues.isEmpty)
    }

    @Test func `A catalog names a later version than the header`() async {
        #expect(await extract(PDFBytes(catalog: "/Version/1.7"))[.documentVersion] == .string("1.7"))
    }

    @Test(arguments: [
        ("/Title(Plain)", Field.documentTitle, "Plain"),
        ("/Author<FEFF00C4D83DDE00>", .documentAuthor, "Ä😀"),
        ("/Subject(\\(a\\)\\040b)", .documentSubject, "(a) b"),
        ("/Keywords(one, two)", .documentKeywords, "one, two"),
        ("/Creator(\\200\\240)", .documentCreator, "•€"),
        ("/Producer(\\222)", .documentProducer, "™"),
    ])
    func `Texts are decoded`(entry: String, field: Field, text: String) async {
        let extraction = await extract(PDFBytes.information(entry))
        #expect(extraction[field] == .string(text))
        #expect(extraction.issues.isEmpty)
    }

    @Test func `An empty text is no finding`() async {
        #expect(await extract(PDFBytes.information("/Title()"))[.documentTitle] == nil)
    }

    @Test(arguments: [
        ("/CreationDate(D:20060102150405-07'00')", Field.documentCreated, "2006-01-02T15:04:05-07:00"),
        ("/CreationDate(D:20060102150405Z)", .documentCreated, "2006-01-02T15:04:05Z"),
        ("/ModDate(D:20060102150405+05'30')", .documentModified, "2006-01-02T15:04:05+05:30"),
    ])
    func `Dates are written as RFC 3339`(entry: String, field: Field, text: String) async {
        #expect(await extract(PDFBytes.information(entry))[field] == .string(text))
    }

    @Test func `A text that is no date is no finding`() async {
        #expect(await extract(PDFBytes.information("/ModDate(yesterday)"))[.documentModified] == nil)
    }

    @Test func `Pages are grouped by the size as shown`() async {
        let portrait = "/MediaBox[0 0 595.276 841.89]"
        let pages = [portrait, portrait + "/Rotate 90", portrait, "/MediaBox[0 0 100 100]/CropBox[10 10 60 30]"]
        #expect(
            await extract(PDFBytes(pages: pages))[.documentPageSizes]
                == .array([
                    .object(["width": .number(595.276), "height": .number(841.89), "count": .integer(2)]),
                    .object(["width": .number(841.89), "height": .number(595.276), "count": .integer(1)]),
                    .object(["width": .number(50), "height": .number(20), "count": .integer(1)]),
                ]))
    }

    @Test func `Attachments, scripts, forms and signatures are found`() async {
        let catalog = """
            /Names<</EmbeddedFiles<</Names[(a)5 0 R]>>/JavaScript<</Names[(s)<</S/JavaScript/JS(app.beep\\(\\))>>]>>>>\
            /AcroForm<</Fields[4 0 R]/SigFlags 1>>
            """
        let extraction = await extract(
            PDFBytes(
                pages: ["/MediaBox[0 0 612 792]/Annots[4 0 R]"], catalog: catalog,
                extra: [
                    "<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 9 9]/P 3 0 R>>",
                    "<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>",
                    "<</Length 2>>stream\nhi\nendstream",
                ]))
        #expect(extraction[.documentAttachments] == .integer(1))
        #expect(extraction[.documentJavaScript] == .boolean(true))
        #expect(extraction[.documentForms] == .string("acroform"))
        #expect(extraction[.documentSignatures] == .integer(1))
    }

    @Test func `A plain document has neither attachments nor scripts nor signatures`() async {
        let extraction = await extract(PDFBytes())
        #expect(extraction[.documentAttachments] == .integer(0))
        #expect(extraction[.documentJavaScript] == .boolean(false))
        #expect(extraction[.documentSignatures] == .integer(0))
        #expect(extraction[.documentForms] == nil)
    }

    @Test func `The PDF A level of the document information is found`() async {
        let document = PDFBytes.information("/GTS_PDFA1Version(PDF/A-1b:2005)")
        #expect(await extract(document)[.documentPDFA] == .string("1b"))
    }

    // MARK: - Encryption

    @Test func `A document that anyone may open shows what its owner forbids`() async {
        let extraction = await extract(PDFBytes.encrypted(.ownerOnly))
        #expect(extraction[.documentPageCount] == .integer(1))
        #expect(extraction[.documentEncrypted] == .boolean(true))
        #expect(extraction[.documentNeedsPassword] == .boolean(false))
        let names = extraction[.documentPermissions]?.array ?? []
        #expect(names.contains(.string("print")))
        #expect(!names.contains(.string("modify")))
        #expect(!names.contains(.string("annotate")))
        #expect(extraction.issues.isEmpty)
    }

    @Test func `A document with a user password needs it`() async {
        let extraction = await extract(PDFBytes.encrypted(.user))
        #expect(extraction[.documentEncrypted] == .boolean(true))
        #expect(extraction[.documentNeedsPassword] == .boolean(true))
        #expect(extraction[.documentPageCount] == nil)
        #expect(extraction.issues.map(\.code) == [.encrypted])
        #expect(extraction.issues.map(\.severity) == [.warning])
    }

    // MARK: - Damage

    @Test(arguments: ["", "x", "%PDF-1.7\n", "no document at all"])
    func `Bytes that hold no document give an error and no findings`(text: String) async {
        let extraction = await extract(MemorySource(Array(text.utf8)))
        #expect(extraction.findings.isEmpty)
        #expect(extraction.issues.map(\.severity) == [.error])
        #expect(extraction.issues.map(\.code) == [text.isEmpty ? .empty : .corrupt])
    }

    @Test func `A document without a cross reference table is read and says so`() async {
        let extraction = await extract(MemorySource(PDFBytes(pages: ["", ""]).bytesWithoutTable))
        #expect(extraction[.documentPageCount] == .integer(2))
        #expect(extraction.issues.map(\.code) == [.corrupt])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `A table that lacks an object has the document repaired`() async {
        var document = PDFBytes()
        document.objects[1] = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
        let text = String(decoding: document.bytes, as: UTF8.self)
        let lacking = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("00000 n ") && line > "0000000050" ? "0000000000 00001 f " : line
        }
        let extraction = await extract(MemorySource(Array(lacking.joined(separator: "\n").utf8)))
        #expect(extraction[.documentPageCount] == .integer(1))
        #expect(extraction.issues.contains { $0.code == .repaired })
    }

    @Test(arguments: ["-5", "0", "99999999999", "(many)"])
    func `A page count that cannot be is no finding but an issue`(count: String) async {
        var document = PDFBytes()
        document.objects[1] = "<</Type/Pages/Kids[3 0 R]/Count \(count)>>"
        let extraction = await extract(document)
        #expect(extraction[.documentPageCount] == nil)
        #expect(extraction.issues.contains { $0.field == "document.pageCount" && $0.severity == .warning })
    }

    @Test func `An error behind the structure is a note`() async {
        let extraction = await extract(PDFBytes(pages: ["/MediaBox[0 0 9 9]/Annots[99 0 R 7]"], catalog: "/AcroForm 7"))
        #expect(extraction[.documentPageCount] == .integer(1))
        #expect(extraction.issues.allSatisfy { $0.severity == .note })
    }

    // MARK: - Limits

    @Test func `A document by descriptor gives what it gives in memory`() async throws {
        let bytes = PDFBytes.information("/Title(T)/CreationDate(D:2006)").bytes
        var limits = Limits()
        limits.inMemoryByteCount = 0
        let file = try FileSource(bytes)
        for _ in 0..<3 { #expect(await extract(file, limits: limits) == extract(MemorySource(bytes))) }
    }

    @Test func `A long document without a descriptor is read where poppler asks for it`() async {
        let gap = 60_000_000
        // An object that nothing refers to, as poppler reads a few words further than an object goes.
        let parts = PDFBytes(pages: ["", "", ""], extra: ["[1 2 3 4 5 6]"]).parts(gap: gap)
        let byteCount = parts[0].count + gap + parts[1].count
        var limits = Limits()
        limits.inMemoryByteCount = 1_000_000
        let source = SparseSource(start: parts[0], end: parts[1], byteCount: byteCount)
        let extraction = await extract(source, limits: limits)
        #expect(extraction[.documentPageCount] == .integer(3))
        #expect(extraction.issues.isEmpty)
    }

    @Test func `A document that poppler wants more of than the limit is refused`() async {
        var limits = Limits()
        limits.inMemoryByteCount = 10
        let extraction = await extract(PDFBytes(), limits: limits)
        #expect(extraction.findings.isEmpty)
        #expect(extraction.issues.map(\.code) == [.limitExceeded])
        #expect(extraction.issues.map(\.severity) == [.error])
    }

    @Test func `A long text is cut at a whole character and says so`() async {
        var limits = Limits()
        limits.textByteCount = 4
        let extraction = await extract(PDFBytes.information("/Title<FEFF00C400C400C4>/Author(ABCD)"), limits: limits)
        #expect(extraction[.documentTitle] == .string("ÄÄ"))
        #expect(extraction[.documentAuthor] == .string("ABCD"))
        #expect(extraction.issues.map(\.field) == ["document.title"])
        #expect(extraction.issues.map(\.severity) == [.note])
    }

    @Test func `Sizes of more pages than are looked at are missing with a note`() async {
        let pages = Array(repeating: "/MediaBox[0 0 9 9]", count: DocumentReading.sizedPageCount + 1)
        let extraction = await extract(PDFBytes(pages: pages))
        #expect(extraction[.documentPageCount] == .integer(pages.count))
        #expect(extraction[.documentPageSizes]?.array?.first?["count"] == .integer(DocumentReading.sizedPageCount))
        #expect(extraction[.documentAttachments] == .integer(0))
        #expect(extraction[.documentSignatures] == nil)
        #expect(extraction[.documentJavaScript] == nil)
        #expect(extraction.issues.map(\.code) == [.limitExceeded])
    }

    @Test func `A cancelled reading keeps the page count and leaves out the pages`() async {
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return await extract(PDFBytes())
        }
        let extraction = await task.value
        #expect(extraction[.documentPageCount] == .integer(1))
        #expect(extraction[.documentPageSizes] == nil)
    }

    @Test func `Many documents at once give the answers of one`() async {
        let documents = [PDFBytes(), PDFBytes(pages: ["", ""]), PDFBytes.encrypted(.user)]
        var expected: [Extraction] = []
        for document in documents { expected.append(await extract(document)) }
        await withTaskGroup(of: (Int, Extraction).self) { group in
            for number in 0..<60 {
                let index = number % documents.count
                group.addTask { (index, await extract(documents[index])) }
            }
            for await (index, extraction) in group { #expect(extraction == expected[index]) }
        }
    }

    // MARK: - Exam

    @Test(arguments: [
        PDFBytes.information("/Title<FEFF00C4>/CreationDate(D:20060102150405Z)").bytes,
        PDFBytes.encrypted(.ownerOnly).bytes,
    ])
    func `Documents pass the exam`(bytes: [UInt8]) async {
        await ExtractorExam(PopplerExtractor(), as: pdf).pass(bytes)
    }

    @Test(arguments: Fixtures.files(in: "PDF")) func `PDF fixtures pass the exam`(file: Fixtures.File) async throws {
        var exam = ExtractorExam(PopplerExtractor(), as: pdf)
        // The key of AES-256 alone takes ten milliseconds to derive (ISO 32000-2, 7.6.4.3.4).
        exam.offsetCount = file.path.contains("aes-256") ? 8 : 64
        await exam.pass(try file.bytes())
    }
}
