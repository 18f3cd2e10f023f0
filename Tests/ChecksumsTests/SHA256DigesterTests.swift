import Checksums
import Testing

struct SHA256DigesterTests {
    /// NIST CAVP, SHA256ShortMsg.rsp, and the examples of FIPS 180-4.
    static let vectors: [(message: [UInt8], digest: String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (bytes(hex: "d3"), "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
        (bytes(hex: "11af"), "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
        (bytes(hex: "b4190e"), "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
        (bytes(hex: "74ba2521"), "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"),
        (bytes(hex: "c299209682"), "f0887fe961c9cd3beab957e8222494abb969b1ce4c6557976df8b0f6d20e9166"),
        (bytes(hex: "e1dc724d5621"), "eca0a060b489636225b4fa64d267dabbe44273067ac679f20820bddc6b6a90ac"),
        (bytes(hex: "06e076f5a442d5"), "3fd877e27450e6bbd5d74bb82f9870c64c66e109418baa8e6bbcff355e287926"),
        (bytes(hex: "5738c929c4f4ccb6"), "963bb88f27f512777aab6c8b1a02c70ec0ad651d428f870036e1917120fb48bf"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    /// NIST CAVP, SHA256Monte.rsp: the seed and its first checkpoints.
    static let seed = "6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691"
    static let checkpoints = [
        "e93c330ae5447738c8aa85d71a6c80f2a58381d05872d26bdd39f1fcd4f2b788",
        "2e78f8c8772ea7c9331d41ed3f9cdf27d8f514a99342ee766ee3b8b0d0b121c0",
        "d6a23dff1b7f2eddc1a212f8a218397523a799b07386a30692fd6fe9d2bf0944",
    ]

    @Test(arguments: vectors)
    func `A digest is the one that NIST published`(message: [UInt8], digest: String) {
        #expect(sha256(message).hex == digest)
    }

    @Test
    func `A chain of digests passes NIST's checkpoints`() {
        var seed = bytes(hex: Self.seed)
        for checkpoint in Self.checkpoints {
            var last = [seed, seed, seed]
            for _ in 0..<1000 {
                last = [last[1], last[2], sha256(last[0], last[1], last[2]).bytes]
            }
            seed = last[2]
            #expect(sha256Hex(seed) == checkpoint)
        }
    }

    @Test
    func `A cut anywhere changes nothing`() {
        let message = patternedBytes(300)
        let whole = sha256(message)
        for cut in 0...message.count {
            #expect(sha256(Array(message[..<cut]), Array(message[cut...])) == whole, "cut at \(cut)")
        }
    }

    @Test
    func `A digest has 32 bytes or is none`() {
        #expect(SHA256Digest(bytes: patternedBytes(31)) == nil)
        #expect(SHA256Digest(bytes: patternedBytes(33)) == nil)
        #expect(SHA256Digest(bytes: sha256([1]).bytes) == sha256([1]))
    }

    private func sha256Hex(_ digest: [UInt8]) -> String? {
        SHA256Digest(bytes: digest)?.hex
    }
}
