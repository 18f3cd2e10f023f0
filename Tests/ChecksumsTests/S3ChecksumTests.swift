import Checksums
import Foundation
import Testing

struct S3ChecksumTests {
    /// Base64 of SHA-256 over the digests of "a", "b", "c"; made with Python's hashlib.
    @Test
    func `A composite SHA-256 digests the parts' digests`() {
        let parts = ["a", "b", "c"].map { sha256(Array($0.utf8)) }
        #expect(S3Checksum.composite(of: parts) == "OgUPHQj7hYHT1yrnJ2UemBBD3g1sqOdEModY9xZgK+s=-3")
        #expect(S3Checksum.composite(of: [parts[0]]) == "v106/7c+/S7Gw2rTES3ZM+/tY8Thy//PqI4nWcFE8tg=-1")
    }

    @Test
    func `A composite CRC-32C is that of the parts' big-endian CRCs`() {
        let parts = ["123456789", "a"].map { crc32c(Array($0.utf8)) }
        #expect(S3Checksum.composite(of: parts) == "wyJCsg==-2")
    }

    @Test
    func `Base64 is as Foundation writes it`() {
        for seed in 0..<200 {
            let digest = sha256(patternedBytes(10, seed: UInt64(seed)))
            #expect(digest.base64 == Data(digest.bytes).base64EncodedString())
        }
    }
}
