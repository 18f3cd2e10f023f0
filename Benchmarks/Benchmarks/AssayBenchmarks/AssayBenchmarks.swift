import Benchmark

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.cpuTotal, .instructions, .throughput], warmupIterations: 3, maxDuration: .seconds(1),
        maxIterations: 10_000)
    registerChecksums()
    registerTables()
    registerRecords()
    registerReaders()
    registerRuns()
}
