import CSVSniffing
import Testing

@Suite struct DialectTests {
    @Test(arguments: [",", ";", "\t", "|", "^", "~"])
    func `Delimiters are found`(delimiter: String) {
        let lines = [["id", "name", "price"], ["1", "Ann", "2.50"], ["2", "Bob", "10.00"], ["3", "Cy", "7.25"]]
        let text = lines.map { $0.joined(separator: delimiter) + "\n" }.joined()
        let verdict = sniff(text)
        #expect(verdict.dialect.delimiter == delimiter)
        #expect(verdict.columnCount == 3)
        #expect(verdict.rowCount == 3)
        #expect(verdict.headerRowCount == 1)
    }

    @Test func `A delimiter inside quotes does not count`() {
        let verdict = sniff("a;b\n\"1,2,3\";x\n\"4,5,6\";y\n\"7,8,9\";z\n")
        #expect(verdict.dialect.delimiter == ";")
        #expect(verdict.dialect.quote == "\"")
    }

    @Test func `Decimal commas do not make a comma the delimiter`() {
        let verdict = sniff("ort;wert\nA;1,5\nB;2,75\nC;30,1\n")
        #expect(verdict.dialect.delimiter == ";")
        #expect(verdict.columns[1].type == .number)
        #expect(verdict.columns[1].format == "decimalChar=,")
    }

    @Test func `Apostrophes can be quotes`() {
        let verdict = sniff("id,name\n1,'Smith, Ann'\n2,'Jones, Bob'\n3,'Doe, Cy'\n")
        #expect(verdict.dialect.quote == "'")
        #expect(verdict.columnCount == 2)
    }

    @Test func `A backslash can escape a quote`() {
        let verdict = sniff("id,text\n1,\"say \\\"hi\\\", he said\"\n2,\"a \\\"b\\\", c\"\n3,\"plain, text\"\n")
        #expect(verdict.dialect.escape == "\\")
        #expect(verdict.columnCount == 2)
        #expect(verdict.rowCount == 3)
    }

    @Test func `Letters and digits never delimit`() {
        let verdict = sniff("aXb\ncXd\neXf\ngXh\n")
        #expect(verdict.dialect.delimiter == ",")
        #expect(verdict.columnCount == 1)
    }

    @Test func `A single column has the delimiter of RFC 4180`() {
        let verdict = sniff("name\nAnn\nBob\nCy\n")
        #expect(verdict.dialect.delimiter == ",")
        #expect(verdict.columnCount == 1)
        #expect(verdict.rowCount == 3)
    }

    @Test func `Columns may be aligned by spaces`() {
        let verdict = sniff(
            "id   name  score\n1    Ann     2.5\n22   Bob    10.0\n333  Cy      7.1\n4    Di      8.5\n"
        )
        #expect(verdict.dialect.delimiter == " ")
        #expect(verdict.dialect.mergesDelimiters)
        #expect(verdict.columnCount == 3)
    }

    @Test(arguments: [("\n", "\n"), ("\r\n", "\r\n"), ("\r", "\r")])
    func `Line ends are found`(terminator: String, expected: String) {
        let text = ["a,b", "1,2", "3,4", "5,6"].map { $0 + terminator }.joined()
        let verdict = sniff(text)
        #expect(verdict.dialect.lineTerminator == expected)
        #expect(verdict.rowCount == 3)
    }

    @Test func `Mixed line ends are counted`() {
        let verdict = sniff("a,b\r\n1,2\n3,4\r5,6\r\n")
        #expect(verdict.dialect.lineTerminator == "mixed")
        #expect(verdict.lineTerminatorCounts.lf == 1)
        #expect(verdict.lineTerminatorCounts.crlf == 2)
        #expect(verdict.lineTerminatorCounts.cr == 1)
    }

    @Test func `A section sign can delimit`() {
        let verdict = sniff("id§name§day\n1§Ann§2020-01-01\n2§Bob§2020-01-02\n3§Cy§2020-01-03\n")
        #expect(verdict.dialect.delimiter == "§")
        #expect(verdict.columnCount == 3)
        #expect(verdict.columns.last?.type == .date)
    }

    @Test func `A space behind every delimiter belongs to no field`() {
        let verdict = sniff("id, name, text\n1, Ann, \"a, b\"\n2, Bob, \"c, d\"\n")
        #expect(verdict.dialect.delimiter == ",")
        #expect(verdict.dialect.skipInitialSpace)
        #expect(verdict.columns.map(\.name) == ["id", "name", "text"])
    }

    @Test func `Comments among the data are counted`() {
        let verdict = sniff("# made today\nid,name\n1,Ann\n# half of it\n2,Bob\n3,Cy\n")
        #expect(verdict.dialect.comment == "#")
        #expect(verdict.dialect.skipRows == 1)
        #expect(verdict.commentRowCount == 1)
        #expect(verdict.rowCount == 3)
    }

    @Test func `What the caller knows is not guessed`() {
        var configuration = CSVSniffer.Configuration()
        configuration.delimiter = 0x2C
        let verdict = sniff("a;b,c\n1;2,3\n4;5,6\n", configuration: configuration)
        #expect(verdict.dialect.delimiter == ",")
        #expect(verdict.columnCount == 2)
    }
}
