internal import CChecksums

/// The instructions by which each checksum is computed on this CPU.
///
/// Chosen once, by what the CPU and the operating system offer. Every choice
/// gives the same values; only the speed differs.
///
/// ```swift
/// print(ChecksumTier.current)
/// // sha256 sha-ni, crc32c vpclmulqdq-avx512, crc64nvme vpclmulqdq-avx512
/// ```
public struct ChecksumTier: Hashable, Sendable {
    /// What the running CPU got.
    public static let current = ChecksumTier()

    /// How CRC-32C is computed: `vpclmulqdq-avx512`, `pclmulqdq`, `sse4.2`,
    /// `armv8-crc+pmull`, `armv8-crc` or `table`.
    public let crc32c: String

    /// How CRC-64/NVME is computed: `vpclmulqdq-avx512`, `pclmulqdq`,
    /// `armv8-pmull` or `table`.
    public let crc64nvme: String

    private init() {
        let tier = cchecksums_best_tier()
        crc32c = Self.crc32cNames[tier.rawValue] ?? "table"
        crc64nvme = Self.crc64nvmeNames[tier.rawValue] ?? "table"
    }

    private static let crc32cNames = [
        CCHECKSUMS_TIER_SSE42.rawValue: "sse4.2",
        CCHECKSUMS_TIER_PCLMUL.rawValue: "pclmulqdq",
        CCHECKSUMS_TIER_VPCLMUL.rawValue: "vpclmulqdq-avx512",
        CCHECKSUMS_TIER_ARM_CRC.rawValue: "armv8-crc",
        CCHECKSUMS_TIER_ARM_PMULL.rawValue: "armv8-crc+pmull",
    ]

    private static let crc64nvmeNames = [
        CCHECKSUMS_TIER_PCLMUL.rawValue: "pclmulqdq",
        CCHECKSUMS_TIER_VPCLMUL.rawValue: "vpclmulqdq-avx512",
        CCHECKSUMS_TIER_ARM_PMULL.rawValue: "armv8-pmull",
    ]
}
