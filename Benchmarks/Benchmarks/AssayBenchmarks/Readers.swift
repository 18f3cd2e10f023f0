import Assay
import Benchmark
import Foundation

/// The folder of fixtures of the package that is measured.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Fixtures").standardized

/// One file of each kind, from its bytes to its record, without checksums.
func registerReaders() {
    var options = ExtractionOptions()
    options.computesChecksums = false
    let engine = ExtractionEngine.standard(options: options)
    let folders = (try? FileManager.default.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil)) ?? []
    for folder in folders.sorted(by: { $0.path < $1.path }) where folder.lastPathComponent != "Hostile" {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let samples = files.filter { $0.pathExtension != "json" && $0.pathExtension != "md" }
        guard let file = samples.sorted(by: { $0.path < $1.path }).first, let data = try? Data(contentsOf: file) else {
            continue
        }
        let bytes = [UInt8](data)
        let hint = FormatHint(fileName: file.lastPathComponent)
        Benchmark("read, \(folder.lastPathComponent)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(try await engine.record(of: bytes, hint: hint)) }
        }
    }
}
