import Assay
import Benchmark
import Normalization
import Samples

/// Findings to a record, and a record to JSON and back.
func registerRecords() {
    let (subject, findings) = (Samples.subject, Samples.findings)
    Benchmark("normalize, 8 findings") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(Normalizer().normalize(subject, findings: findings, issues: []))
        }
    }
    let record = Normalizer().normalize(subject, findings: findings, issues: []).record
    let json = record.canonicalJSON()
    Benchmark("record to JSON") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(record.canonicalJSON()) }
    }
    Benchmark("JSON to record") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try MetadataRecord(parsing: json)) }
    }
}
