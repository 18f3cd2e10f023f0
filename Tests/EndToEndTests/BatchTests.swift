import Foundation
import MetadataCore
import SQLiteStore
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite struct ResumeTests {
    /// Kills the command when it has written a number of bytes, so that the moment does not depend on a clock.
    private func runAndKill(after byteCount: Int, _ arguments: [String]) async throws {
        _ = try await Subprocess.run(
            .path(Command.executable), arguments: Arguments(arguments), input: .none, error: .discarded
        ) { execution, output in
            var count = 0
            for try await buffer in output {
                count += buffer.count
                if count >= byteCount { break }
            }
            try execution.send(signal: .kill)
        }
    }

    @Test func aRunThatIsKilledAgainAndAgainEndsWithTheSameOutput() async throws {
        let directory = try TemporaryDirectory()
        for index in 0..<1_000 {
            try directory.write(Array("id,name\n\(index),\(index * 7)\n".utf8), to: "in/\(index % 9)/\(index).csv")
        }
        let input = directory.path + "/in"
        let expected = try await Command.run(input, "-j", "1").output
        let store = directory.path + "/run.sqlite"
        var generator = SeededGenerator()
        print("seed \(generator.seed)")
        for jobs in ["1", "2", "8"] {
            for _ in 0..<4 {
                let moment = Int.random(in: 1..<expected.count, using: &generator)
                try await runAndKill(after: moment, [input, "--store", store, "--resume", "-j", jobs])
            }
        }
        let resumed = try await Command.run(input, "--store", store, "--resume", "-j", "2")
        #expect(resumed.output == expected)
        #expect(try await SQLiteRecordStore(path: store).page(after: nil, limit: 2_000).count == 1_000)
    }

    @Test func unchangedFilesAreNotReadAgain() async throws {
        let directory = try TemporaryDirectory()
        for index in 0..<20 { try directory.write(Array("file \(index)\n".utf8), to: "in/\(index).txt") }
        let (input, store) = (directory.path + "/in", directory.path + "/run.sqlite")
        try await Task.sleep(for: .milliseconds(100))
        let first = try await Command.run(input, "--store", store)
        let summary = directory.path + "/summary.json"
        let second = try await Command.run(input, "--store", store, "--resume", "--summary", summary)
        #expect(second.output == first.output)
        #expect(try Self.summary(summary)["unchanged"] as? Int == 20)
        try directory.write(Array("file x\n".utf8), to: "in/7.txt")
        let third = try await Command.run(input, "--store", store, "--resume", "--summary", summary)
        #expect(third.lines.filter { !first.lines.contains($0) }.count == 1)
        #expect(try Self.summary(summary)["unchanged"] as? Int == 19)
    }

    private static func summary(_ path: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        return try #require(object as? [String: Any])
    }

    @Test func resumingWithoutAStoreIsWrongUsage() async throws {
        #expect(try await Command.run("Fixtures", "--resume").status == .exited(2))
    }
}

@Suite struct SelectionTests {
    private func directory() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for name in ["a.csv", "b.txt", "c/d.csv", "c/e.log", "skip/f.csv"] {
            try directory.write(Array("x,y\n1,2\n".utf8), to: name)
        }
        try directory.write([UInt8](repeating: 65, count: 5_000), to: "large.csv")
        return directory
    }

    private func names(_ arguments: String..., in directory: TemporaryDirectory) async throws -> [String] {
        let result = try await Subprocess.run(
            .path(Command.executable), arguments: Arguments(arguments), workingDirectory: FilePath(directory.path),
            output: .bytes(limit: 1 << 20), error: .string(limit: 1 << 20))
        return try result.standardOutput.split(separator: 0x0A).map { try RecordEntry(parsing: $0).path }
    }

    @Test func patternsAndSizesSelectFiles() async throws {
        let directory = try directory()
        let all = try await names(
            "--include", "*.csv", "--exclude", "skip/", "--max-filesize", "1k", ".", in: directory)
        #expect(all == ["./a.csv", "./c/d.csv"])
        #expect(try await names(".", "--newer-than", "2999-01-01", in: directory).isEmpty)
        #expect(try await names(".", "--newer-than", "1999-01-01T00:00:00+01:00", in: directory).count == 6)
    }

    @Test func ignoreFilesAreObeyedWhenAsked() async throws {
        let directory = try directory()
        try directory.write(Array("*\n!*.log\n!c\n".utf8), to: "rules")
        #expect(try await names(".", "--ignore-file", "rules", in: directory) == ["./c/e.log"])
        try directory.write(Array("*.csv\n".utf8), to: "c/.ignore")
        #expect(try await names("c", in: directory) == ["c/.ignore", "c/d.csv", "c/e.log"])
        #expect(try await names("c", "--ignore-name", ".ignore", in: directory) == ["c/.ignore", "c/e.log"])
    }

    @Test func listsOfPathsAreReadWithEitherEnd() async throws {
        let directory = try directory()
        try directory.write(Array("c/d.csv\na.csv\n".utf8), to: "list")
        #expect(try await names("--files-from", "list", in: directory) == ["c/d.csv", "a.csv"])
        try directory.write(Array("c/d.csv\0a.csv\0".utf8), to: "list")
        #expect(try await names("--files-from", "list", "-0", "b.txt", in: directory) == ["b.txt", "c/d.csv", "a.csv"])
    }

    @Test func progressForMachinesIsOneObjectALine() async throws {
        let directory = try directory()
        let result = try await Command.run("--progress", "json", directory.path)
        let last = try #require(result.error.split(separator: "\n").last)
        let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
        #expect(object?["files"] as? Int == 6)
        #expect(try await Command.run("--progress", "never", directory.path).error == "")
    }

    @Test func completionsAreWrittenForEachShell() async throws {
        for shell in ["bash", "zsh", "fish"] {
            let result = try await Command.run("--generate-completion-script", shell)
            #expect(String(decoding: result.output, as: UTF8.self).contains("files-from"))
        }
    }
}

@Suite struct RecordComparisonTests {
    private func write(_ output: [UInt8], to name: String, in directory: TemporaryDirectory) throws -> String {
        try directory.write(output, to: name).path
    }

    @Test func verifyTellsWhatBecameOfEachFile() async throws {
        let directory = try TemporaryDirectory()
        for name in ["same", "changed", "rotten", "missing"] { try directory.write(Array(name.utf8), to: "in/\(name)") }
        let input = directory.path + "/in"
        let old = try write(try await Command.run(input).output, to: "old.ndjson", in: directory)
        #expect(try await Command.run("verify", old, input).status == .exited(0))
        try directory.write(Array("CHANGED".utf8), to: "in/changed")
        let later = Date(timeIntervalSinceNow: 100)
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: input + "/changed")
        try directory.write(Array("ROTTEN".utf8), to: "in/rotten")
        let earlier = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: earlier], ofItemAtPath: input + "/rotten")
        try FileManager.default.removeItem(atPath: input + "/missing")
        try directory.write([1], to: "in/new")
        let result = try await Command.run("verify", old, input)
        #expect(result.status == .exited(1))
        let lines = result.lines.map { String(decoding: $0, as: UTF8.self) }
        let words = lines.map { $0.split(separator: " ").map(String.init) }
        #expect(words.map(\.first) == ["changed", "new", "rotten", "missing"])
        #expect(words.map(\.last) == ["changed", "new", "rotten", "missing"].map { "\(input)/\($0)" })
    }

    @Test func diffShowsTheMembersThatDiffer() async throws {
        let directory = try TemporaryDirectory()
        try directory.write(Array("a,b\n1,2\n".utf8), to: "in/t.csv")
        try directory.write([1], to: "in/gone")
        let old = try write(try await Command.run(directory.path + "/in").output, to: "old", in: directory)
        try directory.write(Array("a,b\n1,2\n3,4\n".utf8), to: "in/t.csv")
        try FileManager.default.moveItem(atPath: directory.path + "/in/gone", toPath: directory.path + "/in/here")
        let new = try write(try await Command.run(directory.path + "/in").output, to: "new", in: directory)
        let result = try await Command.run("diff", old, new)
        #expect(result.status == .exited(1))
        let text = String(decoding: result.output, as: UTF8.self)
        #expect(text.contains("- \(directory.path)/in/gone\n"))
        #expect(text.contains("+ \(directory.path)/in/here\n"))
        #expect(text.contains("    table.rowCount  1  ->  2\n"))
        #expect(try await Command.run("diff", old, old).status == .exited(0))
    }

    @Test func dupsListsFilesOfTheSameContent() async throws {
        let directory = try TemporaryDirectory()
        for name in ["a", "c", "e"] { try directory.write([1, 2], to: "in/\(name)") }
        for name in ["b", "d"] { try directory.write([UInt8](repeating: 7, count: 50), to: "in/\(name)") }
        for name in ["x", "y"] { try directory.write([], to: "in/\(name)") }
        let records = try write(try await Command.run(directory.path + "/in").output, to: "records", in: directory)
        let result = try await Command.run("dups", records)
        let lines = result.lines.map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == 7)
        #expect(lines.first?.hasSuffix("  50 bytes  2 files") == true)
        #expect(lines.last == "    \(directory.path)/in/e")
    }

    @Test func manifestsAreWhatSha256sumChecks() async throws {
        let directory = try TemporaryDirectory()
        for name in ["a b", "back\\slash", "new\nline", "100%"] {
            try directory.write(Array(name.utf8), to: "in/\(name)")
        }
        let records = try write(try await Command.run(directory.path + "/in").output, to: "records", in: directory)
        let manifest = try write(try await Command.run("manifest", records).output, to: "sums", in: directory)
        let check = try await Subprocess.run(
            .name("sha256sum"), arguments: ["-c", "--quiet", manifest], output: .string(limit: 1 << 16),
            error: .string(limit: 1 << 16))
        #expect(check.terminationStatus == .exited(0), "\(check.standardOutput ?? "") \(check.standardError ?? "")")
        let bag = String(
            decoding: try await Command.run("manifest", records, "--form", "bagit").output, as: UTF8.self)
        #expect(bag.contains("/in/new%0Aline\n"))
        #expect(bag.contains("/in/100%25\n"))
        #expect(bag.split(separator: "\n").allSatisfy { $0.dropFirst(64).hasPrefix("  data/") })
    }
}
