import MetadataCore
import Synchronization
import Testing

@testable import NativePDF

/// What a reader tells before it has ended survives its end.
@Suite struct PopplerStagesTests {
    private static let pdf = FileFormat(rawValue: "pdf")

    private final class Stages: Sendable {
        let all = Mutex<[(name: String, extraction: Extraction)]>([])
    }

    private func stages(
        of document: PDFBytes
    ) async -> (stages: [(name: String, extraction: Extraction)], last: Extraction) {
        let stages = Stages()
        let last = await PopplerExtractor().extract(
            from: MemorySource(document.bytes), as: Self.pdf, options: ExtractionOptions()
        ) { name, extraction in
            stages.all.withLock { $0.append((name, extraction)) }
        }
        return (stages.all.withLock { $0 }, last)
    }

    @Test func `Page count and document information come first`() async throws {
        let (stages, last) = await stages(of: PDFBytes.information("/Title(Assay)"))
        #expect(stages.map(\.name) == ["information", "page sizes", "attachments"])
        let first = try #require(stages.first).extraction
        #expect(first.findings.contains { $0.field == .documentPageCount && $0.value == .integer(1) })
        #expect(first.findings.contains { $0.field == .documentTitle && $0.value == .string("Assay") })
        #expect(!first.findings.contains { $0.field == .documentPageSizes })
        #expect(last.findings.contains { $0.field == .documentJavaScript })
    }

    @Test func `The stages together are the whole`() async {
        let document = PDFBytes.information("/Title(Assay)")
        let (stages, last) = await stages(of: document)
        var sum = Extraction()
        for stage in stages { sum.merge(stage.extraction) }
        sum.merge(last)
        let whole = await PopplerExtractor().extract(
            from: MemorySource(document.bytes), as: Self.pdf, options: ExtractionOptions())
        #expect(sum == whole)
    }

    @Test func `A document that needs a password has no stages`() async {
        let (stages, last) = await stages(of: PDFBytes.encrypted(.user))
        #expect(stages.isEmpty)
        #expect(last.issues.map(\.code) == [.encrypted])
    }

    @Test func `What poppler misses of its own data is no issue of the document`() async {
        let font =
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
            + "/BaseFont/A/CIDSystemInfo<</Registry(Assay)/Ordering(Nowhere)/Supplement 0>>/FontDescriptor"
            + "<</Type/FontDescriptor/FontName/A/Flags 4>>>>]>>"
        let document = PDFBytes(catalog: "/AcroForm<</Fields[]/DR<</Font<</F \(font)>>>>>>")
        let (_, last) = await stages(of: document)
        #expect(last.issues.isEmpty)
    }
}
