import Foundation
import MetadataCore
import Subprocess
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What is done to a run over many files: none of it may cost a record or change one.
@Suite struct FaultTests {
    @Test func workersKilledAtRandomChangeNoRecord() async throws {
        let files = try ManyFiles()
        let expected = try await Command.run("--native", "always", files.path)
        var random = SeededGenerator(seed: 7)
        var killed = 0
        let disturbed = try await files.run("--native", "always", files.path) { run in
            for step in 1... {
                // By progress and not by time, so that no file is hit again and again.
                guard try await run.waits(untilOutputHas: step * 30_000) else { break }
                guard let worker = run.workers.randomElement(using: &random) else { continue }
                if kill(worker, SIGKILL) == 0 { killed += 1 }
            }
        }
        #expect(killed > 5)
        #expect(disturbed.status == expected.status)
        #expect(disturbed.output == expected.output)
    }

    @Test func aWorkerThatIsStoppedChangesNoRecord() async throws {
        let files = try ManyFiles()
        let expected = try await Command.run("--native", "always", files.path)
        var stopped = 0
        let disturbed = try await files.run("--native", "always", "--timeout", "2", files.path) { run in
            guard try await run.waits(untilOutputHas: 100_000) else { return }
            for worker in run.workers where kill(worker, SIGSTOP) == 0 { stopped += 1 }
        }
        #expect(stopped > 0)
        #expect(disturbed.status == expected.status)
        #expect(disturbed.output == expected.output)
    }

    @Test func aFileThatIsCutWhileItIsReadIsToldOf() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.writeSparse(byteCount: 20_000_000_000, to: "cut.bin").path
        let other = try directory.write(Array("a,b\n1,2\n".utf8), to: "whole.csv").path
        let result = try await ManyFiles.run(["-j", "2", path, other], output: directory.path + "/out") { run in
            while try Command.byteCount(readBy: run.process) < 100_000_000 {
                try await Task.sleep(for: .milliseconds(5))
            }
            unsafe truncate(path, 1_000_000)
        }
        #expect(result.status == .exited(1))
        let records = try result.records
        #expect(records.map(\.size) == [1_000_000, 8])
        #expect(records.first?.checksums?.sha256 == "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025")
        #expect(records.last?.status == .complete)
    }

    // MARK: - Output

    @Test func aFullDiskIsFour() async throws {
        let files = try ManyFiles(count: 400)
        let output = files.path + ".ndjson"
        defer { unsafe unlink(output) }
        // Files may grow to 100 blocks of 512 bytes, as on a disk with no more room.
        let script = "ulimit -f 100; exec \"$0\" \"$1\" > \"$2\""
        let result = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", script, Command.executable.string, files.path, output], input: .none,
            output: .discarded, error: .string(limit: 10_000))
        #expect(result.terminationStatus == .exited(4))
        #expect(result.standardError.contains("cannot write the output"))
        let expected = try await Command.run(files.path)
        let written = try Data(contentsOf: URL(filePath: output))
        #expect(!written.isEmpty && expected.output.starts(with: written), "what was written is right")
    }

    @Test func aFullDiskUnderTheStoreIsFourAndTheNextRunCompletesIt() async throws {
        let files = try ManyFiles(count: 400)
        let store = files.path + ".sqlite"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(store + suffix) } }
        let script = "ulimit -f 1000; exec \"$0\" \"$1\" --store \"$2\""
        let result = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", script, Command.executable.string, files.path, store], input: .none,
            output: .discarded, error: .string(limit: 10_000))
        #expect(result.terminationStatus == .exited(4))
        let again = try await Command.run(files.path, "--store", store)
        #expect(again.status == (try await Command.run(files.path)).status)
        #expect(again.lines.count == 400)
    }

    @Test func aReaderThatGoesAwayIsFour() async throws {
        let files = try ManyFiles(count: 400)
        let script = "{ \"$0\" \"$1\"; echo $? > \"$2\"; } | head -n 3"
        let status = files.path + ".status"
        defer { unsafe unlink(status) }
        let result = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", script, Command.executable.string, files.path, status], input: .none,
            output: .string(limit: 1 << 20), error: .string(limit: 10_000))
        #expect(result.standardOutput.split(separator: "\n").count == 3)
        #expect(result.standardError.contains("cannot write the output"))
        #expect(try String(contentsOfFile: status, encoding: .utf8) == "4\n")
    }
}

/// Small files, two thousand if not said otherwise, such as native libraries read, in a directory of their own.
struct ManyFiles {
    private let directory: TemporaryDirectory
    let path: String

    init(count: Int = 2_000) throws {
        directory = try TemporaryDirectory()
        path = directory.path + "/in"
        let samples = try ["JPEG", "PNG", "PDF"].flatMap { Fixtures.files(in: $0) }.map {
            (name: $0.url.lastPathComponent, bytes: try $0.bytes())
        }.filter { $0.bytes.count < 10_000 }
        for index in 0..<count {
            let sample = samples[index % samples.count]
            try directory.write(sample.bytes, to: "in/\(index)-\(sample.name)")
        }
    }

    /// Runs the command and does something to it meanwhile.
    func run(_ arguments: String..., disturb: (Run) async throws -> Void) async throws -> Command.Result {
        try await Self.run(arguments, output: directory.path + "/out", disturb)
    }

    static func run(
        _ arguments: [String], output: String, _ disturb: (Run) async throws -> Void
    ) async throws -> Command.Result {
        let file = try FileDescriptor.open(
            FilePath(output), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        let result = try await Subprocess.run(
            .path(Command.executable), arguments: Arguments(arguments), input: .none,
            output: .fileDescriptor(file, closeAfterSpawningProcess: true), error: .string(limit: 1 << 20)
        ) { execution in
            try await disturb(Run(process: execution.processIdentifier, output: output))
        }
        return Command.Result(
            status: result.terminationStatus, output: Array(try Data(contentsOf: URL(filePath: output))), error: "")
    }
}

/// A command that runs.
struct Run {
    let process: ProcessIdentifier
    let output: String

    /// The numbers of its workers' processes.
    var workers: [pid_t] {
        let tasks = "/proc/\(process.value)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.flatMap { thread in
            let children = try? String(contentsOfFile: "\(tasks)/\(thread)/children", encoding: .utf8)
            return (children ?? "").split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// Waits until the command has written so many bytes.
    ///
    /// - Returns: False when it has ended before.
    func waits(untilOutputHas byteCount: Int) async throws -> Bool {
        while Command.byteCount(ofFilesBeginningWith: output) < byteCount {
            let status = try? String(contentsOfFile: "/proc/\(process.value)/stat", encoding: .utf8)
            guard let status, !status.contains(") Z ") else { return false }
            try await Task.sleep(for: .milliseconds(1))
        }
        return true
    }
}
