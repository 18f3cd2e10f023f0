import Assay
import CSVSniffing
import Dispatch
import Normalization
import Samples

/// Does one piece of work a number of times, for a tool that counts instructions and allocations.
///
///     Workloads                 names the pieces of work
///     Workloads NAME ROUNDS     does one
@main
enum Workloads {
    typealias Work = @Sendable () async -> Void

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let work = all[arguments[1]], let rounds = Int(arguments[2]) else {
            for name in all.keys.sorted() { print(name) }
            return
        }
        // The main thread waits, rather than end as that of an asynchronous `main` does: valgrind cannot follow that.
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            for _ in 0..<rounds { await work() }
            done.signal()
        }
        done.wait()
    }

    private static var all: [String: Work] {
        let pairs = tables + records + readers
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    // MARK: - Tables

    private static var tables: [(String, Work)] {
        let plain = (0..<10_000).map { "\($0),name \($0 % 97),\($0 * 7).5,2026-01-\(10 + $0 % 20)\n" }.joined()
        let quoted = (0..<10_000).map { "\"\($0)\";\"name \"\"\($0 % 97)\"\"\";\"\($0 * 7),5\"\r\n" }.joined()
        return [("csv-plain", sniffing(plain)), ("csv-quoted", sniffing(quoted))]
    }

    private static func sniffing(_ text: String) -> Work {
        let bytes = Array(text.utf8)
        return {
            var sniffer = CSVSniffer()
            sniffer.update(bytes.span)
            precondition(sniffer.finalize().rowCount > 9_000)
        }
    }

    // MARK: - Records

    private static var records: [(String, Work)] {
        let (subject, findings) = (Samples.subject, Samples.findings)
        let record = Normalizer().normalize(subject, findings: findings, issues: []).record
        let json = record.canonicalJSON()
        return [
            ("normalize", { _ = Normalizer().normalize(subject, findings: findings, issues: []) }),
            ("record-to-json", { precondition(!record.canonicalJSON().isEmpty) }),
            ("json-to-record", { precondition((try? MetadataRecord(parsing: json)) != nil) }),
        ]
    }

    // MARK: - Readers

    private static var readers: [(String, Work)] {
        Fixture.ofEachKind.map { fixture in
            ("read-\(fixture.kind.lowercased())", { _ = try? await fixture.record() })
        }
    }
}
