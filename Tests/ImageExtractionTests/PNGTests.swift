import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("PNG")
struct PNGTests {
    @Test(arguments: [
        ("PNG/gray.png", "gray", 1, false), ("PNG/gray-alpha.png", "gray", 2, true), ("PNG/rgb.png", "rgb", 3, false),
        ("PNG/rgb-alpha.png", "rgb", 4, true), ("PNG/palette.png", "palette", 1, false),
        ("PNG/palette-alpha.png", "palette", 1, true), ("PNG/rgb-transparent-color.png", "rgb", 3, true),
    ])
    func `the header and tRNS say the colour`(path: String, model: String, channels: Int, alpha: Bool) async throws {
        let answer = try await ContainerAnswer(fixture: path)
        #expect(answer[.imageColorModel] == .string(model))
        #expect(answer[.imageChannels] == .integer(channels))
        #expect(answer[.imageAlpha] == .boolean(alpha))
        #expect(answer.sizeSource == "png-ihdr")
    }

    @Test(arguments: [
        "PNG/exif-before-data.png", "PNG/exif-after-data.png", "PNG/exif-prefixed.png", "PNG/raw-profile-exif.png",
        "PNG/raw-profile-app1.png",
    ])
    func `EXIF is found wherever writers put it`(path: String) async throws {
        let block = try #require(try await ContainerAnswer(fixture: path).block(.exif))
        #expect(block.starts(with: "II".utf8) || block.starts(with: "MM".utf8))
    }

    @Test func `compressed XMP is inflated`() async throws {
        let block = try #require(try await ContainerAnswer(fixture: "PNG/xmp-compressed.png").block(.xmp))
        #expect(String(decoding: block, as: UTF8.self).contains("xmpmeta"))
    }

    @Test func `an animation says its frames`() async throws {
        #expect(try await ContainerAnswer(fixture: "PNG/animated.png")[.imageFrames]?.integer ?? 0 > 1)
    }

    private func chunk(_ name: String, _ payload: [UInt8]) -> [UInt8] {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> (24 - 8 * $0)) }
        return length + Array(name.utf8) + payload + [0, 0, 0, 0]
    }

    /// A file with so many data chunks of 8 KB, and a title behind them.
    private func large(dataChunks count: Int, between: [UInt8] = []) -> [UInt8] {
        let header = chunk("IHDR", [0, 0, 0, 9, 0, 0, 0, 5, 8, 2, 0, 0, 0])
        let data = chunk("IDAT", [UInt8](repeating: 0x49, count: 8_000))
        let text = chunk("tEXt", Array("Title\0View".utf8))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + (0..<count).flatMap { _ in data } + between
            + text + chunk("IEND", [])
    }

    @Test func `what stands behind many data chunks is found from the end`() async throws {
        let source = PlannedSource(MemorySource(large(dataChunks: 600)))
        let answer = try await ContainerAnswer(source, as: "png")
        #expect(answer[.imageTitle] == .string("View"))
        #expect(answer.size == [9, 5])
        #expect(source.counts.requests <= 2)
        #expect(source.counts.bytes < 200_000)
    }

    @Test func `where the end leads nowhere every chunk is walked`() async throws {
        let junk = chunk("tEXt", [UInt8](repeating: 0x49, count: 70_000))
        let answer = try await ContainerAnswer(large(dataChunks: 40, between: junk), as: "png")
        #expect(answer[.imageTitle] == .string("View"))
    }

    @Test(arguments: [("Title", Field.imageTitle), ("AUTHOR", .imageCreator), ("Description", .imageDescription)])
    func `texts of known keywords are read`(keyword: String, field: Field) async throws {
        let text = chunk("tEXt", Array("\(keyword)\0Value".utf8))
        let answer = try await ContainerAnswer(large(dataChunks: 1, between: text), as: "png")
        #expect(answer.extraction.findings.contains { $0.value == .string("Value") && $0.field == field })
    }

    @Test(arguments: ["Hostile/png-iccp-bomb.png", "Hostile/png-itxt-bomb.png", "Hostile/png-raw-profile-bomb.png"])
    func `a deflate bomb costs itself only`(path: String) async throws {
        var limits = Limits()
        limits.inflatedByteCount = 100_000
        let answer = try await ContainerAnswer(try Fixtures.bytes(path), as: "png", limits: limits)
        #expect(answer.damage == ["limitExceeded"])
        #expect(answer.blocks.isEmpty)
        #expect(answer.size.allSatisfy { $0 ?? 0 > 0 })
    }

    @Test func `a wrong checksum is a note`() async throws {
        let answer = try await ContainerAnswer(fixture: "Hostile/png-bad-crc-header.png")
        #expect(answer.damage.isEmpty)
        #expect(answer.extraction.issues.map(\.code) == [.corrupt])
    }

    @Test(arguments: [
        ("Tue, 21 Jan 2003 05:07:09 +0100", "2003-01-21T05:07:09", "+01:00"),
        ("2003:01:21 05:07:09", "2003-01-21T05:07:09", nil), ("2003-01-21T05:07:09Z", "2003-01-21T05:07:09", "+00:00"),
        ("2003-01-21T05:07:09-08:00", "2003-01-21T05:07:09", "-08:00"), ("21 Jan 2003", "2003-01-21T00:00:00", nil),
        ("2003-13-21", nil, nil), ("yesterday", nil, nil), ("", nil, nil),
    ])
    func `a creation time is read in its usual forms`(text: String, time: String?, offset: String?) async throws {
        let answer = try await ContainerAnswer(png(["tEXt": Array("Creation Time\0\(text)".utf8)]), as: "png")
        #expect(answer[.imageCaptureTime]?.string == time)
        #expect(answer[.imageCaptureOffset]?.string == offset)
    }

    @Test func `text is Latin-1 and cut at its limit`() async throws {
        var limits = Limits()
        limits.textByteCount = 5
        let bytes = png(["tEXt": Array("Software\0".utf8) + [0xE9, 0xE9, 0xE9]])
        #expect(try await ContainerAnswer(bytes, as: "png")[.imageSoftware] == .string("ééé"))
        #expect(try await ContainerAnswer(bytes, as: "png", limits: limits)[.imageSoftware] == .string("éé"))
    }

    /// A file of a header, some chunks and an end; checksums are wrong.
    private func png(_ chunks: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        let header: [UInt8] = [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0]
        let all = [("IHDR", header)] + chunks.map { ($0.key, $0.value) } + [("IEND", [])]
        let body = all.flatMap { (name: String, data: [UInt8]) -> [UInt8] in
            [0, 0, UInt8(data.count >> 8), UInt8(data.count & 255)] + Array(name.utf8) + data + [0, 0, 0, 0]
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + body
    }
}
