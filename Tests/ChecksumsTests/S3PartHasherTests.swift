import Checksums
import Testing

struct S3PartHasherTests {
    @Test(arguments: [0, 1, 999, 1_000, 1_001, 3_000, 3_500], [1, 7, 1_000, 10_000])
    func `Parts of one size have the composite value of their checksums`(count: Int, blockCount: Int) {
        let object = patternedBytes(count, seed: 3)
        var hasher = S3PartHasher(partByteCount: 1_000)
        for start in stride(from: 0, to: count, by: blockCount) {
            hasher.update(object.span.extracting(start..<min(start + blockCount, count)))
        }
        let starts = count == 0 ? [0] : Array(stride(from: 0, to: count, by: 1_000))
        let parts = starts.map { Array(object[$0..<min($0 + 1_000, count)]) }
        #expect(hasher.finalize().sha256 == S3Checksum.composite(of: parts.map { sha256($0) }))
        #expect(hasher.finalize().crc32c == S3Checksum.composite(of: parts.map { crc32c($0) }))
    }
}
