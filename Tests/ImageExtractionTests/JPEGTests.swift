import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("JPEG")
struct JPEGTests {
    /// A segment: marker, length, payload.
    private func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let count = payload.count + 2
        return [0xFF, marker, UInt8(count >> 8), UInt8(count & 255)] + payload
    }

    private func frame(_ marker: UInt8 = 0xC0, height: UInt8 = 48, channels: UInt8 = 3) -> [UInt8] {
        let components = (0..<channels).flatMap { (index: UInt8) -> [UInt8] in [index + 1, 0x11, 0] }
        return segment(marker, [8, 0, height, 0, 64, channels] + components)
    }

    private let scan: [UInt8] = [0xFF, 0xDA, 0, 2, 1, 2, 3]
    private let tiff = Array("II*\0\u{8}\0\0\0\0\0\0\0\0\0".utf8)

    @Test(arguments: [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xF7] as [UInt8])
    func `every kind of frame says the size`(marker: UInt8) async throws {
        let answer = try await ContainerAnswer([0xFF, 0xD8] + frame(marker) + scan, as: "jpeg")
        #expect(answer.size == [64, 48])
        #expect(answer.extraction.findings.first?.provenance == "jpeg-sof@6")
        #expect(answer.damage.isEmpty)
    }

    @Test(arguments: [0xC4, 0xC8, 0xCC] as [UInt8])
    func `tables are no frames`(marker: UInt8) async throws {
        let answer = try await ContainerAnswer([0xFF, 0xD8] + frame(marker) + frame() + scan, as: "jpeg")
        #expect(answer.size == [64, 48])
    }

    @Test func `a height of nothing is looked up behind the first scan`() async throws {
        let lines: [UInt8] = [0xFF, 0xDC, 0, 4, 0, 99, 0xFF, 0xD9]
        let data: [UInt8] = [0xFF, 0x00, 0xFF, 0xD0, 7, 0xFF, 0xFF]
        let bytes = [0xFF, 0xD8] + frame(height: 0) + scan + data + lines
        #expect(try await ContainerAnswer(bytes, as: "jpeg").size == [64, 99])
    }

    @Test func `fill bytes before a marker are nothing special`() async throws {
        let answer = try await ContainerAnswer([0xFF, 0xD8, 0xFF, 0xFF, 0xFF] + frame() + scan, as: "jpeg")
        #expect(answer.size == [64, 48])
        #expect(answer.extraction.issues.isEmpty)
    }

    @Test func `junk before the image is reported and read past`() async throws {
        let answer = try await ContainerAnswer([1, 2, 3, 0xFF, 0xD8] + frame() + scan, as: "jpeg")
        #expect(answer.size == [64, 48])
        #expect(answer.damage == ["corrupt"])
    }

    @Test func `EXIF in several segments is put together`() async throws {
        let name = Array("Exif\0\0".utf8)
        let long = tiff + [UInt8](repeating: 7, count: 60_000)
        let segments = segment(0xE1, name + long) + segment(0xE1, name + [9, 9, 9])
        let answer = try await ContainerAnswer([0xFF, 0xD8] + segments + frame() + scan, as: "jpeg")
        #expect(answer.block(.exif) == long + [9, 9, 9])
        #expect(answer.extraction.embedded.first?.offset == nil)
    }

    @Test func `EXIF in one segment says where its header stands`() async throws {
        let segments = segment(0xE1, Array("Exif\0\0".utf8) + tiff)
        let answer = try await ContainerAnswer([0xFF, 0xD8] + segments + frame() + scan, as: "jpeg")
        #expect(answer.extraction.embedded == [EmbeddedBlock(.exif, bytes: tiff[...], offset: 12)])
    }

    @Test func `a profile is put together in the order of its numbers`() async throws {
        let name = Array("ICC_PROFILE\0".utf8)
        let segments = segment(0xE2, name + [2, 2, 30, 40]) + segment(0xE2, name + [1, 2, 10, 20])
        let answer = try await ContainerAnswer([0xFF, 0xD8] + segments + frame() + scan, as: "jpeg")
        #expect(answer.block(.icc) == [10, 20, 30, 40])
    }

    @Test func `extended XMP counts only when a packet names it`() async throws {
        let digest = [UInt8](repeating: 0x41, count: 32)
        let piece = Array("http://ns.adobe.com/xmp/extension/\0".utf8) + digest + [0, 0, 0, 4, 0, 0, 0, 0, 1, 2, 3, 4]
        let packetName = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
        for (packet, count) in [(digest, 2), ([0x42], 1)] {
            let segments = segment(0xE1, packetName + packet) + segment(0xE1, piece)
            let answer = try await ContainerAnswer([0xFF, 0xD8] + segments + frame() + scan, as: "jpeg")
            #expect(answer.blocks == Array(repeating: "xmp", count: count))
        }
    }

    @Test(arguments: [
        ("JPEG/gray.jpg", "gray"), ("JPEG/baseline.jpg", "ycbcr"), ("JPEG/adobe-rgb.jpg", "rgb"),
        ("JPEG/cmyk.jpg", "cmyk"), ("JPEG/ycck.jpg", "ycck"),
    ])
    func `the colour model follows the Adobe segment`(path: String, model: String) async throws {
        #expect(try await ContainerAnswer(fixture: path)[.imageColorModel] == .string(model))
    }

    @Test func `what stands before a cut is kept`() async throws {
        let whole = [0xFF, 0xD8] + segment(0xE1, Array("Exif\0\0".utf8) + tiff) + frame() + segment(0xDB, [0])
        let answer = try await ContainerAnswer(whole, as: "jpeg")
        #expect(answer.size == [64, 48])
        #expect(answer.blocks == ["exif"])
        #expect(answer.damage == ["truncated"])
    }
}
