import ArgumentParser
import Assay
import Dispatch
import MetadataCore
import MetadataEngine
import SQLiteStore
import SystemPackage

/// `assay extract`: a record for every file under some paths.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print a record for every file under the paths.",
        discussion: """
            Directories are walked in the order of their sorted names; symbolic links inside them are recorded, not \
            followed. The output is the same at every --jobs. Signal USR1 prints on standard error where the run is.
            """)

    @OptionGroup var walk: WalkArguments

    @Option(help: "How records are printed: \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: RecordFormat = .ndjson

    @Option(help: "Also keep the records in this SQLite file.", completion: .file(extensions: ["sqlite"]))
    var store: String?

    @Flag(help: "Do not read files again that --store knows and that have not changed; print what it has of them.")
    var resume = false

    @Flag(help: "Say in each record where its values came from.")
    var provenance = false

    @Flag(help: "Read only where metadata stand, without checksums, and say how many bytes and ranges that took.")
    var rangesOnly = false

    @Option(help: "Say on standard error where the run is: auto (on a terminal), always, never or json.")
    var progress: ProgressMode = .auto

    @Option(
        help: ArgumentHelp("Write counts, the slowest files and versions to this file, as JSON.", valueName: "file"),
        completion: .file())
    var summary: String?

    @OptionGroup var extraction: ExtractionArguments

    func validate() throws {
        if resume, store == nil { throw ValidationError("--resume needs --store.") }
    }

    func run() async throws {
        let monitor = RunMonitor()
        let work = Task { try await extract(monitor) }
        let stopped = Guarded<ExitStatus?>(nil)
        let sources = Signals.onStop { status in
            stopped.withLock { $0 = status }
            work.cancel()
        }
        let inquiry = Signals.onInquiry { Output.error.writeIgnoringErrors(monitor.snapshot.text + "\n") }
        let status = try await work.value
        for source in sources + [inquiry] { source.cancel() }
        throw stopped.withLock { $0 } ?? status
    }

    private func extract(_ monitor: RunMonitor) async throws -> ExitStatus {
        let engine = extraction.engine(provenance: provenance, rangesOnly: rangesOnly)
        let memory = try store.map { path in
            try OutputError.wrapping { try SQLiteRunMemory(path: path, context: context(engine), recalls: resume) }
        }
        var options = try walk.batchOptions()
        options.memory = memory
        let batch = engine.batch(under: try walk.pathList(), options: options)
        let display = display(of: batch, monitor)
        let sink = RecordSink(format: format, memory: memory, monitor: monitor)
        let result = await Result { try await sink.drain(batch, named: Set(walk.paths.map { FilePath($0).string })) }
        display?.cancel()
        await display?.value
        let status = try result.get()
        if let summary {
            try RunSummary(snapshot: monitor.snapshot, readers: engine.extractorNames).write(to: summary)
        }
        return status
    }

    /// What a record depends on besides its file.
    private func context(_ engine: ExtractionEngine) -> String {
        let options = engine.options
        return "\(MetadataRecord.currentSchema) assay \(Version.current) location \(options.location)"
            + " native \(options.nativeReaders) provenance \(options.includesProvenance) ranges \(options.readsRangesOnly)"
            + " readers \(engine.extractorNames.joined(separator: " "))"
    }

    /// Shows progress, and counts meanwhile how many files there are.
    private func display(of batch: BatchSequence, _ monitor: RunMonitor) -> Task<Void, Never>? {
        let progress = Progress(progress, of: monitor)
        guard progress.isShown else { return nil }
        return Task {
            async let total = batch.count()
            async let display: Void = progress.show()
            let count = await total
            if !Task.isCancelled { monitor.expect(count) }
            await display
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(catching body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
