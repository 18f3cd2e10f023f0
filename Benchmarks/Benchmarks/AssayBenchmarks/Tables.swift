import Benchmark
import CSVSniffing

/// A table of 1 MiB, and one whose fields are quoted.
func registerTables() {
    let plain = (0..<40_000).map { "\($0),name \($0 % 97),\($0 * 7).5,2026-01-\(10 + $0 % 20)\n" }.joined()
    let quoted = (0..<25_000).map { "\"\($0)\";\"name \"\"\($0 % 97)\"\"\";\"\($0 * 7),5\"\r\n" }.joined()
    for (name, text) in [("plain", plain), ("quoted", quoted)] {
        let bytes = Array(text.utf8)
        Benchmark("csv, \(name), \(bytes.count / 1_000) kB") { benchmark in
            for _ in benchmark.scaledIterations {
                var sniffer = CSVSniffer()
                sniffer.update(bytes.span)
                blackHole(sniffer.finalize())
            }
        }
    }
}
