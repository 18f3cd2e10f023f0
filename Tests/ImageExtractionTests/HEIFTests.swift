import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("HEIF")
struct HEIFTests {
    @Test(arguments: [
        ("HEIF/plain.avif", 1), ("HEIF/rotated-270-exif-1.heic", 6), ("HEIF/rotated-270-exif-6.heic", 6),
        ("HEIF/rotated-90.avif", 8), ("HEIF/exif-6-only.heic", 1),
    ])
    func `irot is the container's orientation, whatever EXIF says`(path: String, orientation: Int) async throws {
        #expect(try await ContainerAnswer(fixture: path)[.imageContainerOrientation] == .integer(orientation))
    }

    @Test(arguments: ["HEIF/full.heic", "HEIF/exif-in-idat.heic", "HEIF/exif-6-only.heic"])
    func `EXIF is found in any construction`(path: String) async throws {
        let block = try #require(try await ContainerAnswer(fixture: path).block(.exif))
        #expect(block.starts(with: "II".utf8) || block.starts(with: "MM".utf8))
    }

    @Test func `a full file says all there is`() async throws {
        let answer = try await ContainerAnswer(fixture: "HEIF/full.heic")
        #expect(Set(answer.blocks) == ["exif", "xmp", "icc"])
        #expect(answer.sizeSource == "heif-ispe")
        #expect(answer[.imageColorModel] == .string("ycbcr"))
    }

    @Test func `four thousand million items that do not matter take no time`() async throws {
        let type: [UInt8] = [0, 0, 0, 12] + Array("ftypheic".utf8)
        let locations: [UInt8] =
            [0, 0, 0, 22] + Array("iloc".utf8) + [2, 0, 0, 0, 0x44, 0, 255, 255, 255, 255, 0, 0, 0, 0]
        let meta: [UInt8] = [0, 0, 0, 34] + Array("meta".utf8) + [0, 0, 0, 0] + locations
        #expect(try await ContainerAnswer(type + meta, as: "heic").extraction.findings.isEmpty)
    }
}
