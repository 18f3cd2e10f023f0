import CSVSniffing
import Testing

@Suite struct OverrideTests {
    private func sniff(_ text: String, _ change: (inout CSVSniffer.Configuration) -> Void) -> CSVVerdict {
        var configuration = CSVSniffer.Configuration()
        change(&configuration)
        return CSVSniffingTests.sniff(text, configuration: configuration)
    }

    @Test func `A caller may say that there is no delimiter`() {
        let verdict = sniff("a,b\n1,2\n3,4\n") { $0.delimiter = 0 }
        #expect(verdict.columnCount == 1)
        #expect(verdict.rowCount == 2)
    }

    @Test func `A caller may say that there is no quote`() {
        let verdict = sniff("a,b\n\"1,2\n3,4\"\n5,6\n") { $0.quote = 0 }
        #expect(verdict.dialect.quote == "")
        #expect(verdict.rowCount == 3)
        #expect(verdict.raggedRowCount == 0)
    }

    @Test func `A caller may say what begins a comment`() {
        let verdict = sniff("a,b\n1,2\n;x,y\n3,4\n") { $0.comment = UInt8(ascii: ";") }
        #expect(verdict.commentRowCount == 1)
        #expect(verdict.rowCount == 2)
    }

    @Test func `A caller may say where the data begin`() {
        let verdict = sniff("a,b\nc,d\n1,2\n3,4\n") {
            $0.skipRows = 1
            $0.headerRowCount = 1
        }
        #expect(verdict.columns.map(\.name) == ["c", "d"])
        #expect(verdict.rowCount == 2)
    }

    @Test func `A caller may name the encoding`() {
        let text = "a,b\n1,2\n3,4\n"
        let bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        var configuration = CSVSniffer.Configuration()
        configuration.encoding = "utf-16be"
        #expect(CSVSniffingTests.sniff(bytes, configuration: configuration).rowCount == 2)
        let latin = sniff("ä,b\n1,2\n") { $0.encoding = "windows-1252" }
        #expect(latin.columns.first?.name == "Ã¤")
    }

    @Test func `Without types the structure is the same`() {
        var text = "id,name,text\n"
        for row in 0..<9_000 {
            text += row % 50 == 0 ? "\(row)\n" : row % 7 == 0 ? "\(row),\"a\n\"\"b\"\"\",\n" : ",,\n\n\(row),x,y\n"
        }
        text += "\nThat is all\n"
        let full = CSVSniffingTests.sniff(text)
        let counted = sniff(text) { $0.describesColumns = false }
        #expect(counted.columns.isEmpty)
        #expect(counted.rowCount == full.rowCount)
        #expect(counted.emptyRowCount == full.emptyRowCount)
        #expect(counted.fieldCountHistogram == full.fieldCountHistogram)
        #expect(counted.footerRowCount == 1)
        #expect(counted.lineTerminatorCounts == full.lineTerminatorCounts)
    }
}
