import CSVSniffing
import Testing

@Suite struct HeaderTests {
    @Test func `Numbers below names make a header`() {
        let verdict = sniff("id,amount\n1,2.5\n2,3.5\n")
        #expect(verdict.headerRowCount == 1)
        #expect(verdict.columns.map(\.name) == ["id", "amount"])
    }

    @Test func `Numbers on top are no header`() {
        let verdict = sniff("1,2.5\n2,3.5\n3,4.5\n")
        #expect(verdict.headerRowCount == 0)
        #expect(verdict.rowCount == 3)
        #expect(verdict.columns.map(\.name) == [nil, nil])
    }

    @Test func `A title and an empty line are skipped`() {
        let verdict = sniff("Report of 2020,,\n,,\nid,name,amount\n1,Ann,2.5\n2,Bob,3.5\n3,Cy,4.5\n")
        #expect(verdict.dialect.skipRows == 2)
        #expect(verdict.columns.map(\.name) == ["id", "name", "amount"])
        #expect(verdict.rowCount == 3)
    }

    @Test func `A header may have two rows`() {
        let verdict = sniff("first,,second,\nX,Y,X,Y\n1.5,2,3,4\n5,6,7,8\n9,10,11,12\n")
        #expect(verdict.headerRowCount == 2)
        #expect(verdict.columns.map(\.name) == ["first X", "Y", "second X", "Y"])
    }

    @Test func `Quotes in names are undone`() {
        let verdict = sniff("id,\"the \"\"best\"\" name\"\n1,2\n3,4\n")
        #expect(verdict.columns.map(\.name) == ["id", "the \"best\" name"])
    }
}
