import CProbe
import Dispatch
import Isolation
import MetadataCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A worker that does what its file says: the tests' hostile library.
@main
enum ProbeWorker {
    static func main() {
        let arguments = WorkerArguments(parsing: CommandLine.arguments)
        if arguments.rest.contains("--dies-at-start") { exit(3) }
        if arguments.rest.contains("--hangs-at-start") { pause() }
        let worker = Worker(
            family: "probe", readers: [ProbeReader()], warmUp: [Worker.WarmUp(ProbeReader.format, Array("echo".utf8))])
        MainThread.run { await worker.run(arguments.bounds) }
    }
}

/// Reads a command, the first word of the file.
struct ProbeReader: StagedExtractor {
    static let format = FileFormat(rawValue: "probe")

    let name = "probe"
    let formats: Set<FileFormat> = [format]

    private static let attempts: [String: @Sendable () -> Int32] = [
        "open": probe_open, "write": probe_write_file, "status": probe_status, "connect": probe_connect,
        "ioctl": probe_ioctl, "executable-memory": probe_executable_memory, "raise-limit": probe_raise_limit,
        "execute": probe_execute, "fork": probe_fork, "spawn": probe_spawn, "trace": probe_trace,
        "signal-parent": probe_signal_parent, "mount": probe_mount, "load-module": probe_load_module,
    ]

    private static let ends: [String: @Sendable () -> Void] = [
        "fault": probe_fault, "memory": probe_exhaust_memory, "babble": probe_babble, "abort": { abort() },
        "exit": { exit(5) }, "sleep": { while true { sleep(1_000) } }, "spin": probe_spin,
    ]

    func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions,
        stage: @escaping @Sendable (String, Extraction) -> Void
    ) async -> Extraction {
        var extraction = Extraction()
        guard let bytes = try? source.read(0..<source.byteCount) else {
            extraction.report(.unreadable, .warning, "the probe cannot read")
            return extraction
        }
        let words = String(decoding: bytes.prefix(64), as: UTF8.self).split(separator: " ")
        let command = words.first.map(String.init) ?? ""
        extraction.find(.documentTitle, .string(words.joined(separator: " ")), source: "probe")
        stage("first", extraction)
        extraction = Extraction()
        if let attempt = Self.attempts[command] {
            extraction.find(.documentPageCount, .integer(Int(attempt())), source: "probe")
        }
        Self.ends[command]?()
        await act(on: command, stage, &extraction)
        extraction.find(.imageStoredWidth, .integer(source.byteCount), source: "probe")
        return extraction
    }

    private func act(
        on command: String, _ stage: @Sendable (String, Extraction) -> Void, _ extraction: inout Extraction
    ) async {
        switch command {
        case "pause": usleep(20_000)
        case "await":
            await withCheckedContinuation { continuation in
                DispatchQueue(label: "probe").async {
                    usleep(20_000)
                    continuation.resume()
                }
            }
        case "flood":
            let text = String(repeating: "x", count: 10_000)
            for _ in 0..<500 { extraction.find(.documentAuthor, .string(text), source: "probe") }
        case "large": extraction.find(.documentAuthor, .string(String(repeating: "x", count: 2 << 20)), source: "probe")
        case "steps":
            for step in 0..<4 {
                usleep(200_000)
                stage("step \(step)", Extraction())
            }
        default: break
        }
    }
}
