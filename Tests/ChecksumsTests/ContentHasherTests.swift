import Checksums
import Testing

struct ContentHasherTests {
    @Test
    func `All three checksums are those of each alone`() {
        let message = patternedBytes(200_000)
        let expected = ContentChecksums(
            sha256: sha256(message).hex,
            crc32c: crc32c(message).hex,
            crc64nvme: crc64nvme(message).hex
        )
        #expect(contentChecksums(message) == expected)
    }

    @Test
    func `Nothing has checksums`() {
        let checksums = contentChecksums()
        #expect(checksums.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(checksums.crc32c == "00000000")
        #expect(checksums.crc64nvme == "0000000000000000")
    }

    @Test
    func `A cut anywhere changes nothing`() {
        let message = patternedBytes(400, seed: 5)
        let whole = contentChecksums(message)
        for cut in 0...message.count {
            #expect(contentChecksums(Array(message[..<cut]), Array(message[cut...])) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: [1, 63, 64, 65, 4095, 65_535, 65_536, 65_537, 131_072, 199_999])
    func `Pieces of any size agree with the whole`(pieceCount: Int) {
        let message = patternedBytes(200_000, seed: 6)
        var hasher = ContentHasher()
        for start in stride(from: 0, to: message.count, by: pieceCount) {
            hasher.update(message.span.extracting(start..<min(start + pieceCount, message.count)))
        }
        #expect(hasher.finalize() == contentChecksums(message))
    }

    @Test
    func `A copy goes its own way`() {
        var first = ContentHasher()
        first.update([1].span)
        var second = first
        first.update([2].span)
        second.update([3].span)
        #expect(first.finalize() == contentChecksums([1, 2]))
        #expect(second.finalize() == contentChecksums([1, 3]))
    }
}
