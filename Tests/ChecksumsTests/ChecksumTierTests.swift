import Checksums
import Testing

struct ChecksumTierTests {
    @Test
    func `The self-test passes`() {
        for test in ChecksumTier.selfTest() {
            #expect(test.passed, "\(test.name)")
        }
    }
}
