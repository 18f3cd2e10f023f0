import CSVSniffing
import Testing

@Suite struct FooterTests {
    private static let table = "id,name,amount\n1,Ann,2.5\n2,Bob,3.5\n3,Cy,4.5\n"

    @Test(arguments: [
        ("\nSource: the office\n", 1), ("\nSource: the office\nAll rights reserved\n", 2),
        ("Source: the office for numbers\n", 1), (",,\nSource: the office,,\n", 2),
    ])
    func `Remarks behind the data are no rows`(footer: String, count: Int) {
        let verdict = sniff(Self.table + footer)
        #expect(verdict.footerRowCount == count)
        #expect(verdict.rowCount == 3)
        #expect(verdict.raggedRowCount == 0)
        #expect(verdict.columns.map(\.type) == [.integer, .string, .number])
    }

    @Test(arguments: ["4,Di,\n", "Di,,\n", "4\n", ",,\n", "\n", "4,Di\n", "Total,,10.5\n"])
    func `Rows that lack values are rows`(row: String) {
        let verdict = sniff(Self.table + row)
        #expect(verdict.footerRowCount == 0)
        #expect(verdict.rowCount == (row == "\n" ? 3 : 4))
    }

    @Test func `A remark in the middle is a row`() {
        let verdict = sniff(Self.table + "\nSource: the office\n" + "4,Di,5.5\n")
        #expect(verdict.footerRowCount == 0)
        #expect(verdict.rowCount == 5)
        #expect(verdict.raggedRowCount == 1)
    }
}
