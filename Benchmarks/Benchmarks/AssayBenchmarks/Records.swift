import Assay
import Benchmark
import Normalization

/// Findings to a record, and a record to JSON and back.
func registerRecords() {
    let subject = Normalizer.Subject(size: 1_024, format: FileFormat(rawValue: "jpeg"), mediaType: "image/jpeg")
    let findings = [
        Finding(.imageStoredWidth, .integer(4_000), source: "jpeg-sof", offset: 158),
        Finding(.imageStoredHeight, .integer(3_000), source: "jpeg-sof", offset: 158),
        Finding(.imageStoredWidth, .integer(4_000), source: "libjpeg"),
        Finding(.imageStoredHeight, .integer(3_000), source: "libjpeg"),
        Finding(.imageOrientation, .integer(6), source: "exif", offset: 30),
        Finding(.imageCaptureTime, .string("2026-01-02T03:04:05"), source: "exif", offset: 60),
        Finding(.imageCameraMake, .string("Maker"), source: "exif", offset: 90),
        Finding(.imageCameraModel, .string("Model"), source: "exif", offset: 100),
    ]
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
