import MetadataCore
import TestSupport
import Testing

@testable import ObjectExtraction

struct ValueTests {
    @Test(arguments: [
        ("JPEG/orientation-6.jpg", ReaderFamily.image), ("PDF/three-pages.pdf", .pdf),
        ("CSV/semicolon-decimal-comma.csv", .table),
    ])
    func `A format has the family of its reader`(path: String, family: ReaderFamily) throws {
        #expect(Self.family(try Fixtures.bytes(path), named: path) == family)
    }

    @Test func `What no reader knows has no family`() {
        #expect(Self.family(Array(7..<250), named: nil) == nil)
    }

    private static func family(_ bytes: [UInt8], named name: String?) -> ReaderFamily? {
        ReaderFamily(
            FormatIdentification.identify(MemorySource(bytes), head: bytes[...], hint: FormatHint(fileName: name)))
    }

    @Test(arguments: [("stream", Int.max), ("ranges", 0), ("0", 0), ("1048576", 1_048_576)])
    func `A mode is a word or a count`(text: String, count: Int) throws {
        let mode = try #require(ReadingMode(text))
        #expect(mode.wholeByteCount == count)
        #expect(mode.readsAll(of: count))
        #expect(count == .max || !mode.readsAll(of: count + 1))
    }

    @Test(arguments: ["", "-1", "Stream", "1k", "1 000"])
    func `Anything else is no mode`(text: String) {
        #expect(ReadingMode(text) == nil)
    }

    @Test(arguments: [("", ""), ("00", "AA=="), ("c99465aa", "yZRlqg=="), ("C99465AA", "yZRlqg==")])
    func `Hexadecimal digits become base64`(digits: String, base64: String) {
        #expect(Hexadecimal.base64(digits) == base64)
    }

    @Test(arguments: ["0", "0g", "-1", "c99465a"])
    func `What is not pairs of digits does not`(digits: String) {
        #expect(Hexadecimal.base64(digits) == nil)
    }
}
