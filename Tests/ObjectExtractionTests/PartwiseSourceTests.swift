import Checksums
import MetadataCore
import TestSupport
import Testing

@testable import ObjectExtraction

struct PartwiseSourceTests {
    private static let content = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) }
    private static let byteCounts = [100, 1, 399, 500]

    private func source() -> PartwiseSource {
        PartwiseSource(MemorySource(Self.content), parts: Self.byteCounts)
    }

    /// What the parts' checksums are, by themselves.
    private static let expected = {
        var rest = content[...]
        return byteCounts.map { count in
            let part = rest.prefix(count)
            rest = rest.dropFirst(count)
            var sha256 = SHA256Digester()
            var crc32c = CRC32C()
            sha256.update(part.span)
            crc32c.update(part.span)
            return PartwiseSource.PartChecksums(sha256: sha256.finalize(), crc32c: crc32c.finalize())
        }
    }()

    @Test(arguments: [1, 7, 100, 101, 399, 1_000, 4_096])
    func `Blocks of any length give the same parts`(blockByteCount: Int) throws {
        let source = source()
        var buffer = [UInt8](repeating: 0, count: blockByteCount)
        var offset = 0
        while offset < source.byteCount { offset += try source.fill(&buffer, from: offset) }
        #expect(source.parts == Self.expected)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Reading elsewhere in between changes nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let source = source()
        var offset = 0
        while offset < source.byteCount {
            var buffer = [UInt8](repeating: 0, count: .random(in: 1...300, using: &random))
            _ = try source.fill(&buffer, from: .random(in: 0..<1_000, using: &random))
            _ = try source.read(0..<50)
            guard source.parts == nil else { break }
            offset = try (0..<1_000).contains(offset) ? offset + source.fill(&buffer, from: offset) : offset
        }
        #expect(source.parts == Self.expected)
    }

    @Test func `An object that was not read to its end has no parts`() throws {
        let source = source()
        var buffer = [UInt8](repeating: 0, count: 999)
        _ = try source.fill(&buffer, from: 0)
        #expect(source.parts == nil)
    }
}
