import Benchmark
import Samples

/// One file of each kind, from its bytes to its record, without checksums.
func registerReaders() {
    for fixture in Fixture.ofEachKind {
        Benchmark("read, \(fixture.kind)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(try await fixture.record()) }
        }
    }
}
