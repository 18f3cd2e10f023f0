import ImageExtraction
import Inflation
import MetadataCore
import TestSupport
import Testing

@Suite("JPEG XL")
struct JXLTests {
    @Test func `boxes in Brotli hold what boxes without it hold`() async throws {
        let plain = try await ContainerAnswer(fixture: "JPEGXL/boxes-exif.jxl")
        let compressed = try await ContainerAnswer(fixture: "JPEGXL/brotli.jxl")
        #expect(compressed.blocks == ["exif", "xmp"])
        #expect(compressed.block(.exif) == plain.block(.exif))
        #expect(compressed.block(.xmp) == plain.block(.xmp))
        #expect(compressed.extraction.issues.isEmpty)
    }

    @Test(arguments: [0, 4, 5]) func `a stream grows to its limit and no further`(limit: Int) throws {
        // One uncompressed meta-block of five bytes, and an empty last one (RFC 7932, 9.2).
        let stream: [UInt8] = [0x40, 0x00, 0x10] + Array("hello".utf8) + [0x03]
        do throws(ExtractionError) {
            let bytes = try Brotli.decompress(stream[...], limit: limit, at: 7)
            #expect(limit == 5 && bytes.elementsEqual("hello".utf8))
        } catch {
            #expect(limit < 5 && error.code == .limitExceeded)
        }
    }

    @Test func `a damaged box costs itself only`() async throws {
        var bytes = try Fixtures.bytes("JPEGXL/brotli.jxl")
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("brobExif".utf8)) })
        bytes.replaceSubrange((start + 8)..<(start + 12), with: [0xFF, 0xFF, 0xFF, 0xFF])
        let answer = try await ContainerAnswer(bytes, as: "jxl")
        #expect(answer.damage == ["corrupt"])
        #expect(answer.blocks == ["xmp"])
        #expect(answer.size == [32, 16])
    }
}
