extension ChecksumTier {
    /// Computes each checksum of known messages and compares.
    ///
    /// A failure means that the CPU, the compiler or the build is broken: no
    /// checksum of this process can be trusted.
    ///
    /// ```swift
    /// for test in ChecksumTier.selfTest() { print(test.name, test.passed) }
    /// ```
    ///
    /// - Returns: A name and the outcome of each test.
    public static func selfTest() -> [(name: String, passed: Bool)] {
        let check = Array("123456789".utf8)
        let long = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        return [
            ("sha256 of 9 bytes", sha256(check) == checkSHA256),
            ("crc32c of 9 bytes", crc32c(check) == "e3069283"),
            ("crc64nvme of 9 bytes", crc64nvme(check) == "ae8b14860a799888"),
            ("sha256 of 100000 bytes", sha256(long) == longSHA256),
            ("crc32c of 100000 bytes", crc32c(long) == longCRC32C),
            ("crc64nvme of 100000 bytes", crc64nvme(long) == longCRC64NVME),
            ("sha256 of several messages", sha256OfSeveral(check, long)),
        ]
    }

    private static let checkSHA256 = "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
    private static let longSHA256 = "55af394c980c7a7fb68aa904c4afdd93d76e5f826487105fc06f92a25bab8cbe"
    private static let longCRC32C = "60f0c5bd"
    private static let longCRC64NVME = "6c68ad1a69c98484"

    private static func sha256(_ bytes: [UInt8]) -> String {
        var digester = SHA256Digester()
        digester.update(bytes.span)
        return digester.finalize().hex
    }

    /// Whether messages that advance in step have the digests they have alone.
    private static func sha256OfSeveral(_ check: [UInt8], _ long: [UInt8]) -> Bool {
        let digests = SHA256Digester.digests(of: [check[...], long[...], check[...], long[...], check[...]])
        return digests.map(\.hex) == [checkSHA256, longSHA256, checkSHA256, longSHA256, checkSHA256]
    }

    private static func crc32c(_ bytes: [UInt8]) -> String {
        var crc = CRC32C()
        crc.update(bytes.span)
        return crc.finalize().hex
    }

    private static func crc64nvme(_ bytes: [UInt8]) -> String {
        var crc = CRC64NVME()
        crc.update(bytes.span)
        return crc.finalize().hex
    }
}
