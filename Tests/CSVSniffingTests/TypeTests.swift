import CSVSniffing
import Testing

@Suite struct TypeTests {
    @Test(arguments: [
        (["1", "-2", "30"], CSVColumnType.integer, nil),
        (["1", "2.5", "1e5"], .number, nil),
        (["1,234", "12", "1,000,000"], .number, "groupChar=,"),
        (["007", "012", "001"], .string, nil),
        (["true", "False", "TRUE"], .boolean, nil),
        (["2020-01-31", "2021-02-28", "1999-12-01"], .date, "%Y-%m-%d"),
        (["31/01/2020", "01/02/2021", "05/06/2022"], .date, "%d/%m/%Y"),
        (["01/31/2020", "01/02/2021", "05/06/2022"], .date, "%m/%d/%Y"),
        (["31.01.2020", "01.02.2021", "05.06.2022"], .date, "%d.%m.%Y"),
        (["12-Jan-2020", "01-Feb-2021", "30-Dec-1999"], .date, "%d-%b-%Y"),
        (["10:30", "11:45", "23:59"], .time, "%H:%M"),
        (["2020-01-31 10:30:00", "2021-02-28 11:45:10", "1999-12-01 00:00:00"], .datetime, "%Y-%m-%d %H:%M:%S"),
        (["2020-01-31T10:30:00Z", "2021-02-28T11:45:10Z", "1999-12-01T00:00:00Z"], .datetime, "%Y-%m-%dT%H:%M:%S%z"),
        (["2020-01", "2021-02", "1999-12"], .yearmonth, "%Y-%m"),
        (["1", "x", "3"], .string, nil),
        (["1", "2020-01-31", "3"], .string, nil),
    ])
    func `Types are found`(values: [String], type: CSVColumnType, format: String?) {
        let rows = values.map { "k\tx\t\($0)\n" }.joined()
        let verdict = sniff("a\tb\tvalue\n" + rows)
        #expect(verdict.columns.last?.type == type)
        #expect(verdict.columns.last?.format == format)
    }

    @Test func `Day and month may be ambiguous`() {
        let verdict = sniff("a,b\n01/02/2020,1\n03/04/2020,2\n")
        #expect(verdict.columns[0].isAmbiguousDate)
    }

    @Test func `Missing values make a column nullable`() {
        let verdict = sniff("a,b\n1,2\n,3\n4,5\n")
        #expect(verdict.columns[0].isNullable)
        #expect(!verdict.columns[1].isNullable)
        #expect(verdict.columns[0].type == .integer)
    }

    @Test func `A late value changes the type and is reported`() {
        var text = "id,amount\n"
        for row in 0..<20_000 { text += "\(row),\(row % 100)\n" }
        text += "20000,many\n"
        let verdict = sniff(text)
        #expect(verdict.columns[1].type == .string)
        #expect(verdict.firstContradictedAtRow == 20_001)
        #expect(verdict.rowCount == 20_001)
    }
}
