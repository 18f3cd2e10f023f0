import MetadataCore
import PDFExtraction
import TestSupport
import Testing

@Suite struct HostileTests {
    private static let bombs = [
        "deflate-metadata", "deflate-object-stream", "deflate-object-stream-2gb", "deflate-table", "deflate-table-2gb",
        "deflate-twice-2gb", "object-number-2147483000", "object-number-8388606", "stream-table-of-2-billion",
        "table-of-2-billion", "trailers-many", "filters-100000", "diamonds-60", "count-1e9", "arrays-deep",
    ]

    @Test(arguments: bombs)
    func `bombs are kept from native readers`(name: String) async throws {
        let answer = await Answer(try Fixtures.bytes("Hostile/pdf-\(name).pdf"))
        #expect(answer.extraction.secondOpinion == .hazardous)
        #expect(answer.has(.limitExceeded))
    }

    @Test(arguments: [
        ("no-startxref", 3), ("no-table", 3), ("no-trailer", 3), ("no-root", 3), ("offsets-shifted", 3),
        ("truncated-half", 3), ("count-negative", 2), ("length-huge", 1), ("number-long", 1),
        ("object-number-2147483000", 1), ("deflate-object-stream", 1),
    ])
    func `a broken structure is rebuilt, and said to be`(name: String, count: Int) async throws {
        let answer = await Answer(try Fixtures.bytes("Hostile/pdf-\(name).pdf"))
        #expect(answer[.documentPageCount] == .integer(count))
        #expect(answer.source(of: .documentPageCount)?.hasPrefix("repair") == true)
        #expect(answer.has(.repaired))
        #expect(answer.extraction.secondOpinion != .needless)
    }

    @Test(arguments: [("rows-of-19-bytes", false), ("startxref-off-by-seven", true), ("startxref-zero", true)])
    func `a table that is whole is read where it stands, and as it is`(name: String, isDamaged: Bool) async throws {
        let answer = await Answer(try Fixtures.bytes("Hostile/pdf-\(name).pdf"))
        #expect(answer[.documentPageCount] == .integer(3))
        #expect(answer.source(of: .documentPageCount) == "pdf-pages")
        #expect(answer.has(.corrupt) == isDamaged)
        #expect(answer.extraction.secondOpinion == .needless)
    }

    @Test func `no hostile file is answered with a count and without an issue, unless its tail is valid`() async throws
    {
        for file in Fixtures.hostile("pdf-") {
            let answer = await Answer(try file.bytes())
            guard answer[.documentPageCount] == nil else { continue }
            #expect(!answer.extraction.issues.isEmpty, "\(file)")
        }
    }

    @Test(arguments: ["classic", "streams", "encrypted-aes-128", "hybrid", "full-catalog-streams"])
    func `good files pass the exam`(name: String) async throws {
        var exam = ExtractorExam(PDFExtractor(), as: .pdf)
        exam.offsetCount = 256
        await exam.pass(try Fixtures.bytes("PDF/\(name).pdf"))
    }

    @Test(arguments: Fixtures.hostile("pdf-"))
    func `hostile files pass the exam, bombs a short one`(file: Fixtures.File) async throws {
        var exam = ExtractorExam(PDFExtractor(), as: .pdf)
        exam.offsetCount = 16
        if Self.bombs.contains(where: { file.path == "Hostile/pdf-\($0).pdf" }) {
            await exam.endure(try file.bytes())
        } else {
            await exam.pass(try file.bytes())
        }
    }
}
