import ArgumentParser
import Assay
import Dispatch
import Synchronization
import SystemPackage

/// `assay extract`: a record for every file under some paths.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print a record for every file under the paths.",
        discussion: """
            Directories are walked in the order of their sorted names; symbolic links inside them are recorded, not \
            followed. The output is the same at every --jobs.
            """)

    @Argument(help: "Files and directories.", completion: .file())
    var paths: [String]

    @Option(help: "How records are printed: \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: RecordFormat = .ndjson

    @Option(help: "Also keep the records in this SQLite file.", completion: .file(extensions: ["sqlite"]))
    var store: String?

    @Option(name: .shortAndLong, help: "How many files are worked on at once. (default: one a core)")
    var jobs: Int?

    @Flag(help: "Say in each record where its values came from.")
    var provenance = false

    @Flag(help: "Read only where metadata stand, without checksums, and say how many bytes and ranges that took.")
    var rangesOnly = false

    @OptionGroup var extraction: ExtractionArguments

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
    }

    func run() async throws {
        let work = Task { try await extract() }
        let stopped = Mutex<ExitStatus?>(nil)
        let sources = Signals.onStop { status in
            stopped.withLock { $0 = status }
            work.cancel()
        }
        let status = try await work.value
        for source in sources { source.cancel() }
        throw stopped.withLock { $0 } ?? status
    }

    private func extract() async throws -> ExitStatus {
        let sink = try RecordSink(format: format, store: store)
        let records = extraction.engine(provenance: provenance, rangesOnly: rangesOnly)
            .records(under: paths.map { FilePath($0) }, jobs: jobs ?? Processors.count)
        return try await sink.drain(records, named: Set(paths.map { FilePath($0).string }))
    }
}
