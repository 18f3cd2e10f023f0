import MetadataCore
import Synchronization
import TestSupport
import Testing

@Suite struct PlannedSourceTests {
    /// Bytes that tell their own offset, and the ranges that were read of them.
    private final class Recorder: ByteSource {
        let byteCount: Int
        let ranges = Mutex<[Range<Int>]>([])

        init(_ byteCount: Int) {
            self.byteCount = byteCount
        }

        func read(_ range: Range<Int>) -> ArraySlice<UInt8> {
            let range = range.clamped(to: 0..<byteCount)
            ranges.withLock { $0.append(range) }
            return range.map(Self.byte)[...]
        }

        static func byte(at offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: offset / 7 ^ offset >> 8) }
    }

    private func isRight(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Bool {
        bytes.enumerated().allSatisfy { $1 == Recorder.byte(at: offset + $0) }
    }

    @Test func theHeadIsOneRequest() throws {
        let base = Recorder(9_000_000)
        let source = PlannedSource(base)
        var reader = SourceReader(source)
        for _ in 0..<1_000 { #expect(isRight(try reader.bytes(65), at: reader.offset - 65)) }
        #expect(base.ranges.withLock { $0 } == [0..<65_536])
        #expect(source.counts == ReadCounts(bytes: 65_536, requests: 1))
    }

    @Test func whatFollowsComesInEverLargerPieces() throws {
        let base = Recorder(9_000_000)
        let source = PlannedSource(base)
        for offset in stride(from: 0, to: 9_000_000, by: 30_000) {
            #expect(isRight(try source.read(offset..<(offset + 30_000)), at: offset))
        }
        let ranges = base.ranges.withLock { $0 }
        #expect(ranges.count <= 12)
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(source.counts.bytes == 9_000_000)
    }

    @Test func theEndBringsWhatStandsBeforeIt() throws {
        let base = Recorder(9_000_000)
        let source = PlannedSource(base)
        _ = try source.head(16)
        #expect(isRight(try source.read(8_999_000..<8_999_100), at: 8_999_000))
        #expect(isRight(try source.read(8_990_000..<8_990_100), at: 8_990_000))
        #expect(isRight(try source.tail(100), at: 8_999_900))
        #expect(source.counts.requests == 2)
    }

    @Test func aWantThatStandsHalfInWhatCameFetchesTheRestOnly() throws {
        let base = Recorder(9_000_000)
        let source = PlannedSource(base)
        _ = try source.head(16)
        #expect(isRight(try source.read(65_000..<66_000), at: 65_000))
        #expect(base.ranges.withLock { $0[1].lowerBound } == 65_536)
    }

    @Test func moreThanIsNeededComesOnlyWhereItIsThere() throws {
        let source = PlannedSource(Recorder(9_000_000))
        #expect(try source.read(65_530..<65_534, upTo: 4_096).count == 6)
        #expect(source.counts.requests == 1)
    }

    @Test(arguments: [0, 1, 65_536, 65_537])
    func smallSourcesAreReadWhole(byteCount: Int) throws {
        let source = PlannedSource(Recorder(byteCount))
        #expect(isRight(try source.read(0..<100_000), at: 0))
        #expect(try source.read(0..<100_000).count == byteCount)
        #expect(try source.read(byteCount..<(byteCount + 10)).isEmpty)
        #expect(source.counts == ReadCounts(bytes: byteCount, requests: byteCount == 0 ? 0 : 1))
    }

    @Test func readingAtRandomNeverGivesOtherBytes() throws {
        let source = PlannedSource(Recorder(5_000_000))
        var random = SeededGenerator(seed: 20_261_125)
        for _ in 0..<100 {
            let start = Int.random(in: 0..<5_000_000, using: &random)
            let count = Int.random(in: 0..<120_000, using: &random)
            let bytes = try source.read(start..<(start + count), upTo: 2 * count)
            #expect(bytes.count >= min(count, 5_000_000 - start))
            #expect(isRight(bytes, at: start), "\(start), \(count)")
        }
    }
}
