import Assay
import Benchmark
import Samples

/// All fixtures, from the walk to the last line.
func registerRuns() {
    let engine = ExtractionEngine.standard()
    let paths = PathList([FilePath(Fixture.folder.path)])
    for jobs in [1, 2] {
        Benchmark("run over the fixtures, \(jobs) jobs") { benchmark in
            for _ in benchmark.scaledIterations {
                var options = BatchOptions()
                options.jobs = jobs
                for await entries in engine.batch(under: paths, options: options) { blackHole(entries) }
            }
        }
    }
}
