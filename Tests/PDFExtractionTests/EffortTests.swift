import MetadataCore
import TestSupport
import Testing

@testable import PDFExtraction

/// What a file costs, by counts that do not depend on the machine.
@Suite struct EffortTests {
    private func effort(on bytes: [UInt8]) -> (ReadingEffort, Extraction) {
        let limits = Limits()
        var reading = DocumentReading(PDFBytes(MemorySource(bytes), limits: limits), limits: limits)
        reading.read()
        return (reading.file.effort, reading.report.extraction)
    }

    private func expectBounded(_ bytes: [UInt8], _ name: String) {
        let (effort, _) = effort(on: bytes)
        #expect(effort.byteCount <= 8 * bytes.count + (16 << 20), "\(name): \(effort)")
        #expect(effort.objectCount <= 100_000, "\(name): \(effort)")
        // What is over the budget when it is noticed is one object, or one stream.
        let budget = (8 << 20) + 8 * bytes.count + 4 * Limits().embeddedByteCount + Limits().inflatedByteCount
        #expect(effort.parsedByteCount + effort.decodedByteCount <= budget, "\(name): \(effort)")
    }

    @Test(arguments: Fixtures.hostile("pdf-"))
    func `a hostile file costs no more than its length allows`(file: Fixtures.File) throws {
        expectBounded(try file.bytes(), "\(file)")
    }

    @Test(arguments: [
        "[", "<<", "<</A ", "(", "<</A[", "/Kids[", "<", "%", "1 0 obj(", "1 0 obj[", "trailer<<", "stream\n",
    ])
    func `many of one opening cost no more than their length allows`(opening: String) {
        let head = Array("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Deep ".utf8)
        let body = repeatElement(Array(opening.utf8), count: 20_000).joined()
        expectBounded(head + body, opening)
        expectBounded(head + body + Array("\nstartxref\n9\n%%EOF\n".utf8), opening)
    }

    @Test func `many objects without an end are not read to the end many times`() {
        var bytes = Array("%PDF-1.4\n".utf8)
        for number in 1...500 { bytes += Array("\(number) 0 obj<</Type/Catalog/Pages \(number + 1) 0 R(".utf8) }
        bytes += repeatElement(UInt8(ascii: "x"), count: 1_50_000)
        expectBounded(bytes, "objects without an end")
    }

    @Test func `a line of a megabyte is read a few times at most`() {
        let bytes = Array("%PDF-1.4\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        expectBounded(bytes, "a long line")
        let (effort, extraction) = effort(on: bytes)
        #expect(effort.objectCount == 0)
        #expect(extraction.findings.isEmpty && !extraction.issues.isEmpty)
    }

    @Test(arguments: ["PDF/classic.pdf", "PDF/streams.pdf", "PDF/encrypted-aes-128.pdf"])
    func `cut at any offset, a file never has a wrong count or none without an issue`(path: String) throws {
        let bytes = try Fixtures.bytes(path)
        let (_, whole) = effort(on: bytes)
        let count = whole.findings.first { $0.field == .documentPageCount }?.value
        for end in bytes.indices {
            let cut = Array(bytes[..<end])
            let (effort, extraction) = effort(on: cut)
            let found = extraction.findings.first { $0.field == .documentPageCount }?.value
            #expect(found == count || !extraction.issues.isEmpty, "cut at \(end)")
            #expect(found?.integer != 0, "cut at \(end)")
            #expect(effort.parsedByteCount <= 64 * bytes.count + 65_536, "cut at \(end): \(effort)")
        }
    }

    @Test func `a document of 50,000 pages is counted without opening each`() {
        let (effort, extraction) = effort(on: Self.flatTree(pageCount: 50_000))
        #expect(extraction.findings.first { $0.field == .documentPageCount }?.value == .integer(50_000))
        #expect(effort.objectCount <= 2 * PageTreeWalk.nodeLimit + 100)
        #expect(extraction.secondOpinion == .needless)
    }

    /// A tree of branches of 100 pages, as writers make them.
    private static func flatTree(pageCount: Int) -> [UInt8] {
        var (bytes, offsets) = (Array("%PDF-1.4\n".utf8), [Int]())
        func add(_ text: String) {
            offsets.append(bytes.count)
            bytes += Array("\(offsets.count) 0 obj\(text)endobj\n".utf8)
        }
        let branchCount = pageCount / 100
        let branches = (0..<branchCount).map { "\($0 * 101 + 3) 0 R" }.joined(separator: " ")
        add("<</Type/Catalog/Pages 2 0 R>>")
        add("<</Type/Pages/Count \(pageCount)/MediaBox[0 0 612 792]/Kids[\(branches)]>>")
        for branch in 0..<branchCount {
            let first = branch * 101 + 4
            let kids = (first..<(first + 100)).map { "\($0) 0 R" }.joined(separator: " ")
            add("<</Type/Pages/Parent 2 0 R/Count 100/Kids[\(kids)]>>")
            for _ in 0..<100 { add("<</Type/Page/Parent \(first - 1) 0 R>>") }
        }
        let start = bytes.count
        bytes += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let text = String(offset)
            bytes += Array((String(repeating: "0", count: 10 - text.utf8.count) + text + " 00000 n \n").utf8)
        }
        bytes += Array("trailer<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }
}
