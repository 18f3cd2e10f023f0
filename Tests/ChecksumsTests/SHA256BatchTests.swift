import CChecksums
import Checksums
import Testing

struct SHA256BatchTests {
    /// Messages of all lengths to 600, at all addresses modulo 16.
    private let messages: [ArraySlice<UInt8>] = {
        let source = patternedBytes(700, seed: 11)
        return (0...600).map { count in
            let start = count * 7 % 16
            return source[start..<start + count]
        }
    }()

    @Test
    func `Digests in step equal digests alone, at every length`() {
        #expect(SHA256Digester.digests(of: messages) == messages.map { sha256(Array($0)) })
    }

    @Test(arguments: 0...9)
    func `Any number of messages keeps its order`(count: Int) {
        let some = [5, 64, 0, 1000, 55, 56, 63, 128, 3].prefix(count).map { patternedBytes($0, seed: UInt64($0)) }
        #expect(SHA256Digester.digests(of: some.map { $0[...] }) == some.map { sha256($0) })
    }

    @Test
    func `Long and short messages share lanes`() {
        let some = [200_000, 1, 70_001, 64, 150_000, 0].map { patternedBytes($0, seed: UInt64($0)) }
        #expect(SHA256Digester.digests(of: some.map { $0[...] }) == some.map { sha256($0) })
    }

    @Test(.enabled(if: cchecksums_has_sha256()), arguments: 1...Int(CCHECKSUMS_SHA256_LANES))
    func `The kernel is right with any number of lanes`(lanes: Int) {
        let alone = messages.map { sha256(Array($0)) }
        for first in stride(from: 0, to: messages.count - 20, by: 11) {
            let group = Array(messages[first..<first + 20])
            #expect(digests(of: group, lanes: lanes) == Array(alone[first..<first + 20]), "from \(first)")
        }
    }

    /// The kernel's answer for messages that are copied to one place.
    private func digests(of group: [ArraySlice<UInt8>], lanes: Int) -> [SHA256Digest] {
        let joined = Array(group.joined())
        var messages = group.map { _ in cchecksums_sha256_begin() }
        unsafe messages.withUnsafeMutableBufferPointer { messages in
            unsafe joined.withUnsafeBufferPointer { bytes in
                var pieces: [cchecksums_sha256_piece] = unsafe []
                var offset = 0
                for (index, message) in group.enumerated() {
                    unsafe pieces.append(
                        cchecksums_sha256_piece(
                            message: messages.baseAddress.map { unsafe $0 + index },
                            bytes: bytes.baseAddress.map { unsafe $0 + offset }, count: message.count, is_last: true))
                    offset += message.count
                }
                unsafe cchecksums_sha256_continue(pieces, pieces.count, lanes)
            }
        }
        return messages.compactMap { message in
            let words = message.words
            let all = [words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7]
            return SHA256Digest(bytes: all.flatMap { word in (0..<4).map { UInt8(word >> (24 - 8 * $0) & 255) } })
        }
    }
}
