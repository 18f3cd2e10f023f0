internal import CChecksums

/// The instructions by which each checksum is computed on this CPU.
///
/// Chosen once, by what the CPU and the operating system offer. Every choice
/// gives the same values; only the speed differs.
///
/// ```swift
/// print(ChecksumTier.current)
/// // sha256 sha-ni x4, crc32c vpclmulqdq-avx512, crc64nvme vpclmulqdq-avx512
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

    /// How several SHA-256 digests are computed at once: `sha-ni+avx512`,
    /// `sha-ni`, `armv8-sha2`, or `swift-crypto` (one after the other).
    public let sha256: String

    /// How many SHA-256 digests advance at the same time in one thread.
    public let sha256LaneCount: Int

    private init() {
        let hasInstructions = cchecksums_has_sha256()
        sha256LaneCount = hasInstructions ? cchecksums_sha256_best_lanes() : 1
        let wide = Self.sha256Instructions + "+avx512"
        sha256 = hasInstructions ? sha256LaneCount > 4 ? wide : Self.sha256Instructions : "swift-crypto"
        let tier = cchecksums_best_tier()
        crc32c = Self.crc32cNames[tier.rawValue] ?? "table"
        crc64nvme = Self.crc64nvmeNames[tier.rawValue] ?? "table"
    }

    #if arch(x86_64)
    private static let sha256Instructions = "sha-ni"
    #else
    private static let sha256Instructions = "armv8-sha2"
    #endif

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

extension ChecksumTier: CustomStringConvertible {
    /// Each checksum and its tier, on one line.
    public var description: String {
        "sha256 \(sha256) x\(sha256LaneCount), crc32c \(crc32c), crc64nvme \(crc64nvme)"
    }
}
