import MetadataCore
import Testing

@testable import PDFExtraction

@Suite struct FilterTests {
    private func decode(_ filter: String, _ bytes: [UInt8], limit: Int = 1_000) throws -> [UInt8] {
        var dictionary = PDFDictionary()
        dictionary.append("Filter", .name(filter))
        return Array(try StreamDecoder(dictionary, limit: limit, at: 0).decode(bytes[...], at: 0))
    }

    @Test func `the example of the specification is decoded from LZW`() throws {
        let codes: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
        #expect(try decode("LZWDecode", codes) == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    }

    @Test func `codes of LZW grow to ten bits one code early, unless said otherwise`() throws {
        for (isEarly, growsAt) in [(true, 511), (false, 512)] {
            var codes = LZWBits()
            codes.append(256, width: 9)
            // Literals add one entry each but for the first: the next free code is 257 and the number of them.
            for number in 1...300 { codes.append(number % 256, width: 257 + number - 1 < growsAt ? 9 : 10) }
            codes.append(257, width: 10)
            let plain = try LZWDecoder(isEarly: isEarly).decode(codes.bytes[...], limit: 1_000, at: 0)
            #expect(Array(plain) == (1...300).map { UInt8($0 % 256) })
        }
    }

    /// Codes, the first in the highest bits.
    private struct LZWBits {
        private var bits: [Bool] = []

        mutating func append(_ code: Int, width: Int) {
            bits += (0..<width).reversed().map { code >> $0 & 1 == 1 }
        }

        var bytes: [UInt8] {
            stride(from: 0, to: bits.count, by: 8).map { start in
                (start..<(start + 8)).reduce(UInt8(0)) { $0 << 1 | ($1 < bits.count && bits[$1] ? 1 : 0) }
            }
        }
    }

    @Test func `base 85 and base 16 are decoded`() throws {
        #expect(try decode("ASCII85Decode", Array("87cUR D]i,\"\nEbo80~>".utf8)) == Array("Hello World!".utf8))
        #expect(try decode("A85", Array("z!!~>".utf8)) == [0, 0, 0, 0, 0])
        #expect(try decode("ASCIIHexDecode", Array("48 656C6c 6F7>".utf8)) == Array("Hellop".utf8))
        #expect(throws: ExtractionError.self) { try decode("A85", Array("s8W-\"~>".utf8)) }
        #expect(throws: ExtractionError.self) { try decode("A85", Array("!{~>".utf8)) }
    }

    @Test func `runs are decoded`() throws {
        #expect(try decode("RunLengthDecode", [2, 97, 98, 99, 254, 120, 128, 7]) == Array("abcxxx".utf8))
        #expect(throws: ExtractionError.self) { try decode("RL", [5, 97]) }
    }

    @Test func `no filter gives more than its limit`() {
        let runs = [UInt8](repeating: 129, count: 200)
        #expect(throws: ExtractionError.self) { try decode("RL", runs, limit: 500) }
        var codes = LZWBits()
        codes.append(256, width: 9)
        for _ in 0..<200 { codes.append(65, width: 9) }
        #expect(throws: ExtractionError.self) { try decode("LZW", codes.bytes, limit: 100) }
    }
}
