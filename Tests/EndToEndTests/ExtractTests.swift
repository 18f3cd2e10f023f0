import Foundation
import MetadataCore
import SQLiteStore
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite struct ExtractTests {
    @Test func everyFixtureGivesOneValidRecord() async throws {
        let result = try await Command.run("extract", "Fixtures", at: Fixtures.packageRoot.path)
        #expect(result.status == .exited(1))
        #expect(result.error == "")
        let fixtures = Set(try result.paths).intersection(Fixtures.all.map { "Fixtures/\($0.path)" })
        #expect(fixtures.count == Fixtures.all.count)
        #expect(Set(try result.paths).count == result.lines.count)
        for (line, record) in try zip(result.lines, result.records) {
            #expect(String(decoding: line, as: UTF8.self).hasPrefix("{"))
            #expect(record.canonicalJSON().count <= 65_536)
        }
    }

    @Test func theOutputIsTheSameAtEveryNumberOfJobs() async throws {
        let one = try await Command.run("Fixtures", "-j", "1", at: Fixtures.packageRoot.path)
        for jobs in ["2", "8"] {
            let several = try await Command.run("Fixtures", "-j", jobs, at: Fixtures.packageRoot.path)
            #expect(several.output == one.output)
        }
    }

    @Test func aHostileDirectoryGivesOneRecordAnEntry() async throws {
        let hostile = try HostileDirectory.make(sparseByteCount: 3_000_000_000)
        let result = try await Command.run("extract", hostile.directory.path)
        #expect(result.status == .exited(1))
        let records = try result.records
        #expect(records.count == hostile.entries.count)
        let codes = Set(records.flatMap(\.issues).map(\.code))
        #expect(codes.isSuperset(of: [.notRegularFile, .notFound, .symbolicLink, .nameNotUTF8, .empty, .truncated]))
        #expect(records.contains { $0.size == 3_000_000_000 && $0.checksums != nil })
    }

    @Test func formatsAgreeOnTheFiles() async throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(Array("a,b\n1,2\n3,4\n".utf8), to: "t,\"1\".csv")
        let json = try await Command.run("--format", "json", directory.path)
        let array = try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
        #expect(array?.count == 1)
        let csv = String(decoding: try await Command.run("--format", "csv", directory.path).output, as: UTF8.self)
        #expect(csv.contains("/t,\"\"1\"\".csv\",complete,csv,"))
        let table = String(decoding: try await Command.run("--format", "table", directory.path).output, as: UTF8.self)
        #expect(table.contains("2 rows x 2 columns"))
    }

    @Test func recordsAreKeptInAStore() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(Array("hello\n".utf8), to: "in/hello.txt")
        let store = directory.path + "/records.sqlite"
        for _ in 0..<2 { #expect(try await Command.run(directory.path + "/in", "--store", store).status == .exited(0)) }
        let page = try await SQLiteRecordStore(path: store).page(after: nil, limit: 10)
        #expect(page.map(\.key.fileID) == [file.path])
        #expect(page.first?.record.checksums?.sha256 == page.first?.key.versionID)
    }
}

@Suite struct KilledCommandTests {
    @Test func aKilledCommandLeavesAStoreThatCanBeReadAndCompleted() async throws {
        let directory = try TemporaryDirectory()
        for index in 0..<2_000 { try directory.write(Array("file \(index)\n".utf8), to: "in/\(index).txt") }
        let store = directory.path + "/records.sqlite"
        let killed = try await Subprocess.run(
            .path(Command.executable), arguments: ["extract", directory.path + "/in", "--store", store], input: .none,
            output: .discarded, error: .discarded
        ) { execution in
            while Command.byteCount(ofFilesBeginningWith: store) < 100_000 {
                try await Task.sleep(for: .milliseconds(5))
            }
            try execution.send(signal: .kill)
        }
        let before = try await SQLiteRecordStore(path: store).page(after: nil, limit: 5_000)
        #expect(killed.terminationStatus != .exited(0) || before.count == 2_000)
        #expect(try await Command.run(directory.path + "/in", "--store", store).status == .exited(0))
        #expect(try await SQLiteRecordStore(path: store).page(after: nil, limit: 5_000).count == 2_000)
    }
}

@Suite struct ExitStatusTests {
    @Test func allCompleteIsZero() async throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(Array("hello\n".utf8), to: "hello.txt")
        #expect(try await Command.run(directory.path).status == .exited(0))
    }

    @Test func wrongUsageIsTwoAndSaysWhatToType() async throws {
        let result = try await Command.run("extract", "--formt", "csv", "x")
        #expect(result.status == .exited(2))
        #expect(result.error.contains("--format"))
        #expect(result.output.isEmpty)
        #expect(try await Command.run("x", "-j", "0").status == .exited(2))
        #expect(try await Command.run("x", "--location", "town").status == .exited(2))
        #expect(try await Command.run().status == .exited(2))
    }

    @Test func aNamedPathThatIsNotThereIsThree() async throws {
        let result = try await Command.run("/nonexistent/file")
        #expect(result.status == .exited(3))
        #expect(try result.records.map(\.status) == [.failed])
    }

    @Test func anOutputThatFailsIsFour() async throws {
        let command = try Command.executable
        let full = try FileDescriptor.open(FilePath("/dev/full"), .writeOnly)
        let result = try await Subprocess.run(
            .path(command), arguments: ["Fixtures"], workingDirectory: FilePath(Fixtures.packageRoot.path),
            output: .fileDescriptor(full, closeAfterSpawningProcess: true), error: .string(limit: 10_000))
        #expect(result.terminationStatus == .exited(4))
        #expect(result.standardError.contains("cannot write the output") == true)
        #expect(try await Command.run("Fixtures", "--store", "/nonexistent/x.sqlite").status == .exited(4))
    }

    @Test func interruptionIs130() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.writeSparse(byteCount: 50_000_000_000, to: "huge.bin")
        let result = try await Subprocess.run(
            .path(try Command.executable), arguments: [path.path], input: .none, output: .discarded, error: .discarded
        ) { execution in
            while try Command.byteCount(readBy: execution.processIdentifier) < 100_000_000 {
                try await Task.sleep(for: .milliseconds(5))
            }
            try execution.send(signal: .interrupt)
        }
        #expect(result.terminationStatus == .exited(130))
    }

    @Test func helpAndVersionAreZero() async throws {
        for argument in ["--help", "--version"] {
            let result = try await Command.run(argument)
            #expect(result.status == .exited(0))
            #expect(String(decoding: result.output, as: UTF8.self).contains("assay"))
        }
    }
}

@Suite struct OtherCommandTests {
    @Test func theSchemaIsJSON() async throws {
        let result = try await Command.run("schema")
        let schema = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func theDoctorFindsTheProcessorSane() async throws {
        let result = try await Command.run("doctor")
        #expect(result.status == .exited(0))
        #expect(!String(decoding: result.output, as: UTF8.self).contains("WRONG"))
    }
}
