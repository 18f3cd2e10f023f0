import ImageExtraction
import MetadataCore
import Synchronization
import TestSupport
import Testing

/// A source far larger than memory: a beginning, then one unit over and over. It counts the bytes that are read.
final class EndlessSource: ByteSource {
    private let head: [UInt8]
    private let unit: [UInt8]
    let byteCount = 1 << 30
    private let count = Mutex(0)

    init(_ head: [UInt8], then unit: [UInt8]) {
        self.head = head
        self.unit = unit
    }

    /// How many bytes were read, those read twice counted twice.
    var readByteCount: Int { count.withLock { $0 } }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        count.withLock { $0 += range.count }
        return range.map { $0 < head.count ? head[$0] : unit[($0 - head.count) % unit.count] }[...]
    }
}

@Suite("Hostile image containers")
struct HostileContainerTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    @Test func `an SVG of a gigabyte is read at its beginning only`() async throws {
        for head in ["<svg ", "<!--", "<!DOCTYPE svg ["] {
            let source = EndlessSource(Array(head.utf8), then: [0x20])
            _ = try await ContainerAnswer(source, as: "svg")
            #expect(source.readByteCount <= 65_536)
        }
    }

    @Test(
        arguments: [
            ("jpeg", [0xFF, 0xD8], [0xFF, 0xE2, 0, 2]), ("png", png, [0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0]),
            ("heic", Array("\0\0\0\u{C}ftypheic".utf8), [0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]),
            ("gif", Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0], [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0]),
        ] as [(String, [UInt8], [UInt8])])
    func `millions of elements end at the limit`(format: String, head: [UInt8], unit: [UInt8]) async throws {
        let source = EndlessSource(head, then: unit)
        var limits = Limits()
        limits.elementCount = 4_096
        let answer = try await ContainerAnswer(source, as: format, limits: limits)
        #expect(answer.damage.contains("limitExceeded"))
        #expect(source.readByteCount <= 1 << 20)
        #expect(answer[.imageFrames] == nil)
    }

    @Test func `blocks of all segments together stay below the limit`() async throws {
        let segment = [0xFF, 0xE1, 0x40, 0x02] + Array("Exif\0\0II*\0".utf8) + [UInt8](repeating: 0, count: 16_374)
        var limits = Limits()
        limits.embeddedByteCount = 100_000
        limits.elementCount = 1_000
        let answer = try await ContainerAnswer(EndlessSource([0xFF, 0xD8], then: segment), as: "jpeg", limits: limits)
        #expect(answer.extraction.embedded.map(\.bytes.count).reduce(0, +) <= 100_000)
        #expect(answer.extraction.embedded.count > 1)
        #expect(answer.extraction.issues.count <= limits.issueCount)
    }

    @Test(arguments: ["heic", "jxl", "jp2", "cr3"])
    func `a box of length 0 ends the file and one of 1 to 7 is corrupt`(format: String) async throws {
        for length in 0...7 as ClosedRange<UInt8> where length != 1 {
            let source = EndlessSource([0, 0, 0, length] + Array("free".utf8), then: [0])
            let answer = try await ContainerAnswer(source, as: format)
            #expect(answer.damage == ["corrupt"])
            #expect(source.readByteCount <= 1 << 18)
        }
    }
}
