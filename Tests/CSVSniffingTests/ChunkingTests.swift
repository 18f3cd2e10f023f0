import CSVSniffing
import Testing

@Suite struct ChunkingTests {
    private static let texts: [[UInt8]] = {
        var mixed = "Title\r\n\r\nid,name,\"a \"\"b\"\"\",day\r\n"
        for row in 0..<2500 {
            mixed += "\(row),\"Name, \(row)\r\nline\",\(Double(row) / 8),2020-01-\(10 + row % 20)\r\n"
        }
        let utf16 = mixed.utf16.prefix(50_000).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let stray = (0..<4000).map { $0 % 97 == 0 ? "\($0),\"x,y\n" : "\($0),\"x\",y\n" }.joined()
        let long = "a,b\n1,\"" + String(repeating: "x,\n", count: 360_000) + "\"\n2,3\n"
        return [Array(mixed.utf8), utf16, Array(stray.utf8), Array(long.utf8), [0xFF, 0xFE, 0x41]]
    }()

    @Test(arguments: 0..<5)
    func `Any division into pieces gives the same verdict`(index: Int) {
        let bytes = Self.texts[index]
        let whole = sniff(bytes)
        for chunk in [1, 7, 65_536, 65_537, 300_001] {
            #expect(sniff(bytes, chunk: chunk) == whole, "pieces of \(chunk)")
        }
    }
}
