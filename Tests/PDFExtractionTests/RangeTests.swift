import MetadataCore
import PDFExtraction
import Synchronization
import TestSupport
import Testing

@Suite struct RangeTests {
    /// A file of three gigabytes that is zeros between its objects and its table.
    private final class SparseSource: ByteSource {
        let byteCount = 3_000_000_000
        private let head: [UInt8]
        private let tail: [UInt8]
        let readByteCount = Mutex(0)

        init() {
            head = Array(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj "
                    .utf8)
            let rows = "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000100 00000 n \n"
            let trailer = "trailer<</Size 4/Root 1 0 R>>\nstartxref\n"
            let count = rows.utf8.count + trailer.utf8.count + "2999999999\n%%EOF\n".utf8.count
            tail = Array((rows + trailer + "\(byteCount - count)\n%%EOF\n").utf8)
        }

        func read(_ range: Range<Int>) -> ArraySlice<UInt8> {
            let range = range.clamped(to: 0..<byteCount)
            readByteCount.withLock { $0 += range.count }
            let start = byteCount - tail.count
            return range.map { $0 < head.count ? head[$0] : $0 >= start ? tail[$0 - start] : 0 }[...]
        }
    }

    @Test func `three gigabytes are read by a few ranges`() async {
        let source = SparseSource()
        let answer = await Answer(source)
        #expect(answer[.documentPageCount] == .integer(1))
        #expect(answer.extraction.secondOpinion == .needless)
        #expect(source.readByteCount.withLock { $0 } <= 200_000)
    }
}
