import MetadataCore
import PDFExtraction
import TestSupport
import Testing

@Suite struct PDFExtractorTests {
    @Test func `it reads PDF and no other format`() {
        #expect(PDFExtractor().formats == [.pdf])
        #expect(!PDFExtractor().isNative)
    }
}
