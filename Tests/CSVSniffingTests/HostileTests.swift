import CSVSniffing
import Testing

@Suite struct HostileTests {
    @Test func `Nothing is a table without columns`() {
        let verdict = sniff([])
        #expect(verdict.isTable)
        #expect(verdict.columnCount == 0)
        #expect(verdict.issues.map(\.code) == [.empty])
    }

    @Test func `Binary data is no table`() {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let verdict = sniff(bytes)
        #expect(!verdict.isTable)
        #expect(verdict.issues.contains { $0.code == .binary })
    }

    @Test func `Zeros are counted`() {
        var text = Array("id,name\n".utf8)
        for row in 0..<200 { text += Array("\(row),name \(row)\n".utf8) }
        text[100] = 0
        let verdict = sniff(text)
        #expect(verdict.nulByteCount == 1)
        #expect(verdict.rowCount == 200)
    }

    @Test func `A field may be longer than the memory that is used`() {
        let field = String(repeating: "x\n", count: 2_000_000)
        let verdict = sniff("id,text\n1,\"\(field)\"\n2,y\n3,z\n")
        #expect(verdict.rowCount == 3)
        #expect(verdict.columns.map(\.maximumWidth) == [1, 4_000_000])
        #expect(verdict.issues.contains { $0.code == .longRecord })
    }

    @Test func `A record may have a million fields`() {
        let row = String(repeating: "1,", count: 1_000_000) + "1\n"
        let verdict = sniff(row + row)
        #expect(verdict.columns.count <= 20_000)
        #expect(verdict.rowCount == 2)
    }

    @Test func `Text without a line end is one record`() {
        let verdict = sniff(String(repeating: "a", count: 3_000_000))
        #expect(verdict.rowCount + verdict.headerRowCount == 1)
    }

    @Test(arguments: ["\"", "\"\n", "\",\"", "''", ",", "\n", "\r", "\\\""])
    func `Repetition ends in a verdict`(pattern: String) {
        let text = String(repeating: pattern, count: 2_000_000 / pattern.utf8.count)
        let verdict = sniff(text)
        #expect(verdict.byteCount == text.utf8.count)
    }

    @Test func `Senseless settings do no harm`() {
        var configuration = CSVSniffer.Configuration()
        configuration.skipRows = -1
        configuration.headerRowCount = -5
        configuration.maximumColumnCount = -1
        configuration.sampleByteCount = -100
        configuration.delimiter = 0x22
        let verdict = sniff("a,b\n1,2\n", configuration: configuration)
        #expect(verdict.columns.isEmpty)
        #expect(verdict.byteCount == 8)
    }
}
