import Checksums
import Testing

struct ContentHasherGroupTests {
    @Test(arguments: [0, 1, 2, 5, 70])
    func `Contents hashed together have the checksums they have alone`(count: Int) {
        let contents = (0..<count).map { patternedBytes($0 * 37 % 500, seed: UInt64($0)) }
        #expect(checksums(of: contents, blockCount: .max) == contents.map { contentChecksums($0) })
    }

    @Test(arguments: [64, 128, 4_096, 65_536])
    func `Contents that are read block by block end as if they were read at once`(blockCount: Int) {
        let contents = [0, 1, 63, 64, 65, 4_095, 4_096, 4_097, 70_000, 200_001]
            .map { patternedBytes($0, seed: UInt64($0)) }
        #expect(checksums(of: contents, blockCount: blockCount) == contents.map { contentChecksums($0) })
    }

    @Test
    func `A content may end with an empty piece`() {
        let block = patternedBytes(64)
        var group = ContentHasherGroup(count: 2)
        group.update(block.span, [ContentPiece(of: 1, range: 0..<64, isLast: false)])
        let nothing: [UInt8] = []
        group.update(
            nothing.span,
            [ContentPiece(of: 0, range: 0..<0, isLast: true), ContentPiece(of: 1, range: 0..<0, isLast: true)])
        #expect(group.checksums(of: 0) == contentChecksums([]))
        #expect(group.checksums(of: 1) == contentChecksums(block))
    }

    /// Hands over one block of each content at a time, packed one behind the other at odd addresses.
    private func checksums(of contents: [[UInt8]], blockCount: Int) -> [ContentChecksums] {
        var group = ContentHasherGroup(count: contents.count)
        var positions = contents.map { _ in 0 }
        var unfinished = Set(contents.indices)
        while !unfinished.isEmpty {
            var bytes: [UInt8] = [0]
            var pieces: [ContentPiece] = []
            for index in unfinished.sorted() {
                let end = min(contents[index].count, positions[index].addingReportingOverflow(blockCount).partialValue)
                let block = contents[index][positions[index]..<(blockCount == .max ? contents[index].count : end)]
                positions[index] += block.count
                let isLast = positions[index] == contents[index].count
                pieces.append(ContentPiece(of: index, range: bytes.count..<bytes.count + block.count, isLast: isLast))
                bytes += block
                if isLast { unfinished.remove(index) }
            }
            group.update(bytes.span, pieces)
        }
        return contents.indices.map { group.checksums(of: $0) }
    }
}
