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

    /// A source that counts requests, as a remote object would be billed.
    private final class CountedSource: ByteSource {
        private let bytes: MemorySource
        let requests = Mutex(0)

        init(_ bytes: [UInt8]) {
            self.bytes = MemorySource(bytes)
        }

        var byteCount: Int { bytes.byteCount }

        func read(_ range: Range<Int>) -> ArraySlice<UInt8> {
            requests.withLock { $0 += 1 }
            return bytes.read(range)
        }
    }

    /// Pages far from each other, the catalog before and Info behind them.
    private static func scattered(pageCount: Int) -> [UInt8] {
        var (bytes, offsets) = (Array("%PDF-1.6\n".utf8), [Int]())
        func add(_ text: String) {
            offsets.append(bytes.count)
            bytes += Array("\(offsets.count) 0 obj\(text)endobj\n".utf8)
        }
        add("<</Type/Catalog/Pages 2 0 R>>")
        let kids = (0..<pageCount).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        add("<</Type/Pages/Count \(pageCount)/MediaBox[0 0 612 792]/Kids[\(kids)]>>")
        for _ in 0..<pageCount {
            add("<</Type/Page/Parent 2 0 R>>")
            bytes += [UInt8](repeating: 32, count: 100_000)
        }
        add("<</Title(Far away)>>")
        let start = bytes.count
        bytes += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let text = String(offset)
            bytes += Array((String(repeating: "0", count: 10 - text.utf8.count) + text + " 00000 n \n").utf8)
        }
        let root = "/Root 1 0 R/Info \(offsets.count) 0 R"
        bytes += Array("trailer<</Size \(offsets.count + 1)\(root)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    @Test func `a remote document of a few pages takes three requests`() async {
        let source = CountedSource(Self.scattered(pageCount: 2))
        let answer = await Answer(source)
        #expect(answer[.documentPageCount] == .integer(2))
        #expect(answer[.documentTitle] == .string("Far away"))
        #expect(source.requests.withLock { $0 } <= 3)
    }

    @Test func `with three requests to spend, count and information are known and the rest is not asked for`() async {
        let source = CountedSource(Self.scattered(pageCount: 60))
        var limits = Limits()
        limits.rangeCount = 3
        let answer = await Answer(source, limits: limits)
        #expect(answer[.documentPageCount] == .integer(60))
        #expect(answer[.documentTitle] == .string("Far away"))
        #expect(answer[.documentVersion] == .string("1.6"))
        #expect(source.requests.withLock { $0 } == 3)
        #expect(answer.has(.limitExceeded))
        #expect(answer.extraction.secondOpinion == .needless)
    }
}
