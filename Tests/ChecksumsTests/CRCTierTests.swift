import CChecksums
import Testing

/// Every kernel that this CPU can run, against the definition of the CRCs.
struct CRCTierTests {
    static let tiers = (0..<UInt32(CCHECKSUMS_TIER_COUNT)).map(cchecksums_tier.init(rawValue:))
        .filter(cchecksums_has_tier)

    @Test
    func `The best tier is one that the CPU has`() {
        #expect(cchecksums_has_tier(cchecksums_best_tier()))
        #expect(cchecksums_has_tier(CCHECKSUMS_TIER_TABLE))
        #expect(!cchecksums_has_tier(cchecksums_tier(rawValue: UInt32(CCHECKSUMS_TIER_COUNT))))
    }

    @Test(arguments: tiers, 0..<16)
    func `A tier agrees with the definition at every short length`(tier: cchecksums_tier, alignment: Int) {
        let message = patternedBytes(600, seed: UInt64(alignment))
        expectAgreement(tier, message, counts: Array(0...600), alignment: alignment)
    }

    /// Lengths about the sizes of the blocks that the fast kernels work in.
    @Test(arguments: tiers, [0, 5])
    func `A tier agrees with the definition at long lengths`(tier: cchecksums_tier, alignment: Int) {
        let message = patternedBytes(140_000, seed: 99)
        let edges = [
            1024, 2048, 4032, 4080, 4096, 8064, 8160, 16_320, 16_384, 65_472, 65_520, 65_536, 69_552, 81_840, 131_040,
        ]
        let counts = edges.flatMap { [$0 - 1, $0, $0 + 1, $0 + 17, $0 + 63] }
        expectAgreement(tier, message, counts: counts, alignment: alignment)
    }

    @Test(arguments: tiers)
    func `A tier continues from an earlier result`(tier: cchecksums_tier) {
        let message = patternedBytes(1000, seed: 3)
        let crc32 = referenceCRC32Cs(of: message)
        let crc64 = referenceCRC64NVMEs(of: message)
        for split in 0...message.count {
            unsafe message[split...].withUnsafeBufferPointer { tail in
                let whole32 = unsafe cchecksums_crc32c_in_tier(tier, crc32[split], tail.baseAddress, tail.count)
                let whole64 = unsafe cchecksums_crc64nvme_in_tier(tier, crc64[split], tail.baseAddress, tail.count)
                #expect(whole32 == crc32[message.count], "split at \(split)")
                #expect(whole64 == crc64[message.count], "split at \(split)")
            }
        }
    }

    /// Compares both CRCs of prefixes of `message`, placed at an odd address.
    private func expectAgreement(_ tier: cchecksums_tier, _ message: [UInt8], counts: [Int], alignment: Int) {
        let crc32 = referenceCRC32Cs(of: message)
        let crc64 = referenceCRC64NVMEs(of: message)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: message.count + alignment, alignment: 64)
        defer { unsafe buffer.deallocate() }
        let place = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[alignment...])
        unsafe place.copyBytes(from: message)
        let address = unsafe place.baseAddress?.assumingMemoryBound(to: UInt8.self)
        for count in counts {
            #expect(unsafe cchecksums_crc32c_in_tier(tier, 0, address, count) == crc32[count], "\(count) bytes")
            #expect(unsafe cchecksums_crc64nvme_in_tier(tier, 0, address, count) == crc64[count], "\(count) bytes")
        }
    }
}
