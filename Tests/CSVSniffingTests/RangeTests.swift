import CSVSniffing
import Testing

@Suite struct RangeTests {
    /// The verdict on bytes that are read in ranges which begin at some offsets.
    static func sniff(_ bytes: [UInt8], rangesAt offsets: [Int]) -> CSVVerdict? {
        var sniffer = CSVSniffer()
        sniffer.update(bytes.span.extracting(0..<(offsets.first ?? bytes.count)))
        var ranges: [CSVRangeSniffer] = []
        for (index, start) in offsets.enumerated() {
            let end = index + 1 < offsets.count ? offsets[index + 1] : bytes.count
            guard var range = sniffer.rangeSniffer(from: start) else { return nil }
            // In two pieces, as they come.
            let middle = start + (end - start) / 3
            range.update(bytes.span.extracting(start..<middle))
            range.update(bytes.span.extracting(middle..<end))
            ranges.append(range)
        }
        for range in ranges {
            guard sniffer.append(range) else { return nil }
        }
        return sniffer.finalize()
    }

    private static func table(rows: Int, quotedShare: Int = 3, terminator: String = "\n") -> String {
        var text = "id,name,text,amount,day\(terminator)"
        for row in 0..<rows {
            let note = row % quotedShare == 0 ? "\"a \"\"long\"\" note,\(terminator)\(row)\"" : "note ü \(row)"
            text += "\(row),\"Name, \(row)\",\(note),\(Double(row) / 8),2020-01-\(10 + row % 20)\(terminator)"
        }
        return text
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `Ranges give the verdict of the whole wherever they begin`(terminator: String) {
        let bytes = Array(Self.table(rows: 3_000, terminator: terminator).utf8)
        let whole = CSVSniffingTests.sniff(bytes)
        for shift in 0..<40 {
            #expect(Self.sniff(bytes, rangesAt: [90_000 + 3 * shift, 140_000 + 7 * shift]) == whole, "shift \(shift)")
        }
    }

    @Test func `Ranges of UTF-16 may begin inside a character`() {
        let text = Self.table(rows: 2_500) + "1,𝄞,𝄞𝄞𝄞,2,2020-01-01\n"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let whole = CSVSniffingTests.sniff(bytes)
        for back in stride(from: 0, to: 40, by: 2) {
            #expect(Self.sniff(bytes, rangesAt: [190_000 + back, bytes.count - 61 + back]) == whole, "back \(back)")
        }
    }

    @Test func `What only a later range denies is found at its row`() {
        var text = "id,day,amount\n"
        for row in 0..<8_000 { text += "\(row),0\(1 + row % 9)/0\(1 + row % 7)/2020,\(row % 100)\n" }
        text += "8000,25/01/2020,1\n8001,01/26/2020,1\n8002,01/01/2020,many\n,\n\nAll amounts in euros\n"
        let bytes = Array(text.utf8)
        let whole = CSVSniffingTests.sniff(bytes)
        #expect(whole.firstContradictedAtRow == 8_002)
        #expect(whole.columns.map(\.type) == [.integer, .string, .string])
        for offset in stride(from: bytes.count - 100, to: bytes.count, by: 3) {
            #expect(Self.sniff(bytes, rangesAt: [120_000, offset]) == whole, "offset \(offset)")
        }
    }

    @Test func `A range may lie inside one long field`() {
        let field = String(repeating: "x, y\n", count: 900_000)
        let bytes = Array((Self.table(rows: 3_000) + "9,\"\(field)\",x,1,2020-01-01\n" + "7,a,b,1,2020-01-01\n").utf8)
        let whole = CSVSniffingTests.sniff(bytes)
        let ranged = Self.sniff(bytes, rangesAt: [1_000_000, 1_100_000])
        #expect(ranged == nil || ranged == whole)
        #expect(Self.sniff(bytes, rangesAt: [bytes.count - 10_000]) == whole)
    }

    @Test func `A range that does not follow is refused`() throws {
        let bytes = Array(Self.table(rows: 5_000).utf8)
        var sniffer = CSVSniffer()
        #expect(sniffer.rangeSniffer(from: 0) == nil)
        sniffer.update(bytes.span.extracting(0..<150_000))
        var range = try #require(sniffer.rangeSniffer(from: 160_000))
        range.update(bytes.span.extracting(160_000...))
        let isTaken = sniffer.append(range)
        #expect(!isTaken)
        sniffer.update(bytes.span.extracting(150_000...))
        #expect(sniffer.finalize() == CSVSniffingTests.sniff(bytes))
    }
}
