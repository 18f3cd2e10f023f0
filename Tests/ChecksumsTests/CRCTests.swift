import Checksums
import Testing

struct CRCTests {
    /// RFC 3720, appendix B.4; the RFC prints the bytes as sent, the last first.
    static let iSCSIVectors: [([UInt8], UInt32)] = [
        (Array(repeating: 0, count: 32), 0x8A91_36AA),
        (Array(repeating: 0xFF, count: 32), 0x62A8_AB43),
        (Array(0..<32), 0x46DD_794E),
        ((0..<32).reversed(), 0x113F_DB5C),
        (
            bytes(
                hex: "01c00000000000000000000000000000" + "14000000000004000000001400000018"
                    + "28000000000000000200000000000000"
            ),
            0xD996_3A56
        ),
    ]

    @Test(arguments: iSCSIVectors)
    func `CRC-32C gives the values of RFC 3720`(message: [UInt8], expected: UInt32) {
        #expect(crc32c(message).rawValue == expected)
    }

    @Test
    func `The check values are those of the catalogues`() {
        let check = Array("123456789".utf8)
        #expect(crc32c(check).hex == "e3069283")
        #expect(crc32c(check).base64 == "4waSgw==")
        #expect(crc64nvme(check).hex == "ae8b14860a799888")
        #expect(crc64nvme(check).base64 == "rosUhgp5mIg=")
    }

    @Test
    func `The CRC of nothing is zero`() {
        #expect(crc32c().hex == "00000000")
        #expect(crc64nvme([], []).hex == "0000000000000000")
    }

    @Test
    func `A cut anywhere changes nothing`() {
        let message = patternedBytes(700)
        let (whole32, whole64) = (crc32c(message), crc64nvme(message))
        for cut in 0...message.count {
            let (head, tail) = (Array(message[..<cut]), Array(message[cut...]))
            #expect(crc32c(head, tail) == whole32, "cut at \(cut)")
            #expect(crc64nvme(head, tail) == whole64, "cut at \(cut)")
        }
    }

    @Test
    func `Finishing does not end the message`() {
        var crc = CRC32C()
        crc.update([1, 2].span)
        _ = crc.finalize()
        crc.update([3].span)
        #expect(crc.finalize() == crc32c([1, 2, 3]))
    }

    @Test
    func `Ranges combine to the whole at every cut`() {
        let message = patternedBytes(300, seed: 7)
        for cut in 0...message.count {
            let (head, tail) = (Array(message[..<cut]), Array(message[cut...]))
            #expect(
                CRC32C.combine(crc32c(head), crc32c(tail), secondByteCount: tail.count) == crc32c(message),
                "cut at \(cut)"
            )
            #expect(
                CRC64NVME.combine(crc64nvme(head), crc64nvme(tail), secondByteCount: tail.count) == crc64nvme(message),
                "cut at \(cut)"
            )
        }
    }

    @Test
    func `Ranges combine in any grouping, far beyond memory`() {
        let (a, b, c) = (CRC64NVME.Value(rawValue: 1), CRC64NVME.Value(rawValue: 2), CRC64NVME.Value(rawValue: 3))
        let (second, third) = (5_000_000_000_001, 70_000_000_000_003)
        let leftFirst = CRC64NVME.combine(CRC64NVME.combine(a, b, secondByteCount: second), c, secondByteCount: third)
        let rest = CRC64NVME.combine(b, c, secondByteCount: third)
        #expect(leftFirst == CRC64NVME.combine(a, rest, secondByteCount: second + third))
        #expect(leftFirst != CRC64NVME.combine(a, rest, secondByteCount: second + third - 1))
    }
}
