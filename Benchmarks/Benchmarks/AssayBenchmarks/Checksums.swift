import Benchmark
import Checksums

/// Bytes that look random and are the same in each run.
func patternedBytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
    }
}

/// One content of 1 MiB, 16 contents of 64 KiB at once, and each checksum alone.
func registerChecksums() {
    let bytes = patternedBytes(1 << 20)
    Benchmark("checksums, one of 1 MiB") { benchmark in
        for _ in benchmark.scaledIterations {
            var hasher = ContentHasher()
            hasher.update(bytes.span)
            blackHole(hasher.finalize())
        }
    }
    let pieces = (0..<16).map { ContentPiece(of: $0, range: $0 << 16..<($0 + 1) << 16, isLast: true) }
    Benchmark("checksums, 16 of 64 KiB together") { benchmark in
        for _ in benchmark.scaledIterations {
            var group = ContentHasherGroup(count: pieces.count)
            group.update(bytes.span, pieces)
            blackHole(group.checksums(of: 0))
        }
    }
    Benchmark("crc32c, 1 MiB") { benchmark in
        for _ in benchmark.scaledIterations {
            var crc = CRC32C()
            crc.update(bytes.span)
            blackHole(crc.finalize())
        }
    }
    Benchmark("crc64nvme, 1 MiB") { benchmark in
        for _ in benchmark.scaledIterations {
            var crc = CRC64NVME()
            crc.update(bytes.span)
            blackHole(crc.finalize())
        }
    }
}
