import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("Sizes of the other containers")
struct FormatSizeTests {
    @Test(arguments: [
        ("BMP/os2-core.bmp", "bmp-header"), ("BMP/os2-v2.bmp", "bmp-header"), ("BMP/top-down.bmp", "bmp-header"),
        ("GIF/animated.gif", "gif-lsd"), ("WebP/lossy.webp", "webp-vp8"), ("WebP/lossless.webp", "webp-vp8l"),
        ("WebP/metadata.webp", "webp-vp8x"), ("JPEGXL/codestream.jxl", "jxl-codestream"),
        ("JPEG2000/boxes.jp2", "jp2-ihdr"), ("JPEG2000/codestream.j2k", "jp2-siz"), ("PSD/large.psb", "psd-header"),
        ("ICO/size-256.ico", "ico-directory"), ("ICO/apple.icns", "icns-type"), ("SVG/view-box.svg", "svg-root"),
        ("OpenEXR/half.exr", "exr-header"), ("Raw/sample.cr3", "cr3-cmt1"),
    ])
    func `the size comes from the structure that is meant for it`(path: String, source: String) async throws {
        #expect(try await ContainerAnswer(fixture: path).sizeSource == source)
    }

    @Test func `a negative bitmap height means rows from the top`() async throws {
        let header: [UInt8] = [40, 0, 0, 0, 7, 0, 0, 0, 0xFB, 0xFF, 0xFF, 0xFF, 1, 0, 24, 0]
        let bytes = Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + header
        #expect(try await ContainerAnswer(bytes, as: "bmp").size == [7, 5])
    }

    @Test func `GIF frames are counted, and not when damage hides some`() async throws {
        let whole = try Fixtures.bytes("GIF/animated.gif")
        let frames = try #require(try await ContainerAnswer(whole, as: "gif")[.imageFrames]?.integer)
        #expect(frames > 1)
        let cut = try await ContainerAnswer(Array(whole.dropLast(4)), as: "gif")
        #expect(cut[.imageFrames] == nil)
        #expect(cut.damage == ["truncated"])
    }

    @Test(arguments: ["WebP/metadata.webp", "WebP/exif-prefixed.webp", "PSD/metadata.psd", "JPEGXL/boxes-exif.jxl"])
    func `EXIF is handed on without what precedes it`(path: String) async throws {
        let block = try #require(try await ContainerAnswer(fixture: path).block(.exif))
        #expect(block.starts(with: "II".utf8) || block.starts(with: "MM".utf8))
    }

    @Test func `the codestream of JPEG XL says its orientation`() async throws {
        let answer = try await ContainerAnswer(fixture: "JPEGXL/codestream-orientation-6.jxl")
        #expect(answer[.imageContainerOrientation] == .integer(6))
    }

    @Test(arguments: [
        (#"width="10" height="20""#, [10, 20]), (#"width="1in" height="72pt""#, [96, 96]),
        (#"width="25.4mm" height="2.54cm""#, [96, 96]), (#"viewBox="0 0 30 40""#, [30, 40]),
        (#"width="60" viewBox="0,0,30,40""#, [60, 80]), (#"width="100%" height="100%" viewBox="0 0 3 4""#, [3, 4]),
        (#"width='2em' height='2ex'"#, [32, 16]), (#"width="1e2" height="0.4""#, [100, 1]),
        (#"width="100%" height="5""#, [nil, nil]), ("", [nil, nil]), (#"width="1e400" height="1""#, [nil, nil]),
    ])
    func `an SVG's size follows its root`(attributes: String, size: [Int?]) async throws {
        let prolog = "<?xml version='1.0'?><!-- <svg width='1'> --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n"
        let bytes = Array("\(prolog)<svg xmlns='x' \(attributes)>".utf8)
        #expect(try await ContainerAnswer(bytes, as: "svg").size == size)
    }

    @Test(arguments: [
        ("P1 2 3", "pbm"), ("P5\n# c\n2 # d\n3\n255\n", "pgm"), ("P6 2\t3 255 ", "ppm"), ("PF\n2 3\n-1.0\n", "pfm"),
        ("P7\nWIDTH 2\nHEIGHT 3\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n", "pam"),
    ])
    func `Netpbm headers may be spaced and commented`(header: String, format: String) async throws {
        #expect(try await ContainerAnswer(Array(header.utf8), as: format).size == [2, 3])
    }
}
