import CSVSniffing
import Testing

@Suite struct RecordTests {
    @Test func `Quoted fields hold line breaks`() {
        let verdict = sniff("a,b\n1,\"x\ny\"\n2,\"p\r\nq\"\n3,z\n")
        #expect(verdict.rowCount == 3)
        #expect(verdict.raggedRowCount == 0)
    }

    @Test func `The last record needs no line end`() {
        #expect(sniff("a,b\n1,2\n3,4").rowCount == 2)
        #expect(sniff("a,b\n1,2\n3,4\n").rowCount == 2)
    }

    @Test func `Lines without a byte are no records`() {
        let verdict = sniff("a,b\n1,2\n\n3,4\n\n")
        #expect(verdict.rowCount == 2)
        #expect(verdict.blankLineCount == 2)
    }

    @Test func `Records of empty fields are records`() {
        let verdict = sniff("a,b\n1,2\n,\n3,4\n5,6\n")
        #expect(verdict.rowCount == 4)
        #expect(verdict.emptyRowCount == 1)
    }

    @Test func `A stray quote costs no more than its line`() {
        var lines = (0..<50).map { "\($0),name \($0),\"text, number \($0)\",\($0 * 3)" }
        lines[20] = "20,\"name 20,\"text, number 20\",60"
        lines[30] = "30,name 30,\"text, number 30\",\""
        let verdict = sniff(lines.joined(separator: "\n") + "\n")
        #expect(verdict.rowCount == 50)
        #expect(verdict.issues.contains { $0.code == .strayQuote })
    }

    @Test func `A quote that never closes is found`() {
        var lines = (0..<100).map { "\($0),\"name \($0)\",\($0 * 3)" }
        lines[60] = "60,\"name 60,180"
        lines[61...] = ArraySlice((61..<100).map { "\($0),name,\($0 * 3)" })
        let verdict = sniff(lines.joined(separator: "\n") + "\n")
        #expect(verdict.rowCount == 100)
        #expect(verdict.alternativeRowCount == 61)
        #expect(verdict.issues.contains { $0.detail.hasSuffix("rowCount is 61") })
    }

    @Test(arguments: [40, 40_000])
    func `A quote that never closes and is believed says how many rows its lines would be`(lineCount: Int) {
        let rows = (0..<50).map { "\($0),\"name \($0)\",\($0 * 3)\n" }
        let prose = (0..<lineCount).map { "a line of a long remark about nothing, \($0)\n\n" }
        let verdict = sniff((rows + ["50,\"remark\n"] + prose).joined())
        #expect(verdict.rowCount == 51)
        #expect(verdict.unterminatedQuoteOffset != nil)
        #expect(verdict.alternativeRowCount == 51 + lineCount)
    }

    @Test func `A quote that never closes is told in UTF-16 too, without an offset`() {
        let rows = (0..<50).map { "\($0),\"name \($0)\",\($0 * 3)\n" }
        let prose = (0..<40).map { "a line of a long remark about nothing, \($0)\n\n" }
        let text = (rows + ["50,\"remark\n"] + prose).joined()
        let verdict = sniff(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let issue = verdict.issues.first { $0.code == .unterminatedQuote }
        #expect(issue?.detail.hasSuffix("rowCount is 91") == true)
        #expect(issue?.offset == nil)
    }

    @Test func `Ragged records are counted`() {
        let verdict = sniff("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n13,14,15\n")
        #expect(verdict.columnCount == 3)
        #expect(verdict.raggedRowCount == 2)
        #expect(verdict.fieldCountHistogram == [2: 1, 3: 3, 4: 1])
    }
}
