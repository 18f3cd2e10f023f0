import CSVSniffing
import Testing

@Suite struct EncodingTests {
    private static let text = "id,name\n1,Ännchen\n2,Bob\n3,𝄞\n"

    @Test func `A mark of UTF-8 is no part of the first name`() {
        let verdict = sniff([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        #expect(verdict.bom)
        #expect(verdict.encoding == "utf-8")
        #expect(verdict.columns.first?.name == "id")
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read`(isBigEndian: Bool, hasMark: Bool) {
        let units = (hasMark ? [0xFEFF] : []) + Array(Self.text.utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? pair : pair.reversed()
        }
        let verdict = sniff(bytes)
        #expect(verdict.encoding == (isBigEndian ? "utf-16be" : "utf-16le"))
        #expect(verdict.bom == hasMark)
        #expect(verdict.rowCount == 3)
        #expect(verdict.columns.map(\.name) == ["id", "name"])
        let cut = sniff(Array(bytes.dropLast(3)))
        #expect(cut.issues.contains { $0.code == .truncatedCodeUnit })
        #expect(cut.rowCount == 3)
    }

    @Test func `Other bytes are windows-1252`() {
        let verdict = sniff(Array("id,na".utf8) + [0xEF] + Array("ve\n1,x\n2,y\n".utf8))
        #expect(verdict.encoding == "windows-1252")
        #expect(verdict.firstInvalidByteOffset == 5)
        #expect(verdict.columns.map(\.name) == ["id", "naïve"])
    }

    @Test func `A character that the text cuts is invalid`() {
        let verdict = sniff(Array("id,name\n1,x\n2,".utf8) + [0xE2, 0x82])
        #expect(verdict.firstInvalidByteOffset == 14)
    }
}
