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

    /// Values in the notations that are checked without being read in full, and one that looks nearly so.
    @Test(arguments: [
        (
            ["8/15/2012", "12/1/2012", "1/31/2011"], CSVColumnType.date, "%m/%d/%Y" as String?,
            ["13/15/2012", "1/1/20123", "1//1/2012"]
        ),
        (["15.8.2012", "1.12.2012", "31.01.2011"], .date, "%d.%m.%Y", ["15.13.2012", "32.1.2011", "1.1.201"]),
        (["8/15/12", "12/1/12", "1/31/11"], .date, "%m/%d/%y", ["8/32/12", "8/15/1", "8/15/123"]),
        (
            ["31/12/2006 00:00", "1/2/2006 9:05", "13/01/2006 23:59"], .datetime, "%d/%m/%Y %H:%M",
            ["1/2/2006 9:60", "1/2/2006 9:5", "1/2/2006  9:05", "1/2/2006 25:00"]
        ),
        (["1:05:00", "23:59:59", "0:00:00"], .time, "%H:%M:%S", ["1:60:00", "25:00:00", ":05:00", "1:05:0"]),
        (
            ["154756.13303597399", "-0.123456789012345678", "12345678901234567.5"], .number, nil,
            ["1547561234567890.1.3", "15475612345678901234.5x"]
        ),
    ])
    func `a value that only looks like those before it is seen`(
        values: [String], type: CSVColumnType, format: String?, others: [String]
    ) {
        let rows = (0..<2_000).map { "\($0),\(values[$0 % values.count]),text\n" }
        let verdict = sniff("a,value,c\n" + rows.joined())
        #expect(verdict.columns[1].type == type)
        #expect(verdict.columns[1].format == format)
        for other in others {
            var rows = rows
            rows[1_500] = "1500,\(other),text\n"
            #expect(sniff("a,value,c\n" + rows.joined()).columns[1].type == .string, "\(other)")
        }
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
