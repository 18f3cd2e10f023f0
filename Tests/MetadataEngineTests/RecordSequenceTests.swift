import Foundation
import MetadataCore
import MetadataEngine
import Synchronization
import SystemPackage
import TestSupport
import Testing

@Suite struct RecordSequenceTests {
    private let engine = ExtractionEngine(extractors: [])

    private func entries(under path: String, jobs: Int = 2) async -> [RecordEntry] {
        var entries: [RecordEntry] = []
        for await entry in engine.records(under: [FilePath(path)], jobs: jobs) { entries.append(entry) }
        return entries
    }

    @Test(arguments: [1, 2, 8]) func theOrderIsThatOfTheSortedWalkAtEveryNumberOfJobs(jobs: Int) async throws {
        let directory = try TemporaryDirectory()
        for name in ["b/2", "b/10", "a", "b.txt", "c/d/e", "B"] { _ = try directory.write([1], to: name) }
        let paths = await entries(under: directory.path, jobs: jobs).map { $0.path.dropFirst(directory.path.count + 1) }
        #expect(paths == ["B", "a", "b/10", "b/2", "b.txt", "c/d/e"])
    }

    @Test func everyEntryOfAHostileDirectoryGivesOneRecord() async throws {
        let hostile = try HostileDirectory.make(sparseByteCount: 1_000_000)
        let records = await entries(under: hostile.directory.path)
        #expect(records.count == hostile.entries.count)
        #expect(Set(records.map(\.pathBytes)).count == records.count)
        for entry in records { #expect(try MetadataRecord(parsing: entry.record.canonicalJSON()) == entry.record) }
    }

    @Test func aPathThatIsNotThereGivesARecord() async {
        let entries = await entries(under: "/nonexistent/file")
        #expect(entries.map(\.record.status) == [.failed])
        #expect(entries.first?.record.issues.map(\.code) == [.notFound])
    }

    @Test func leavingTheLoopEndsTheWork() async throws {
        let directory = try TemporaryDirectory()
        for index in 0..<500 { _ = try directory.write([1], to: "\(index)") }
        for await _ in engine.records(under: [FilePath(directory.path)], jobs: 4) { break }
    }

    @Test func cancellationStopsBeforeTheEndOfTheFile() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.writeSparse(byteCount: 2_000_000_000_000, to: "huge.bin")
        let work = Task { try await engine.record(of: FilePath(path.path)) }
        try await Task.sleep(for: .milliseconds(100))
        work.cancel()
        await #expect(throws: ExtractionError.self) { try await work.value }
    }

    @Test func filesThatAreReadTogetherHaveTheRecordsThatTheyHaveAlone() async throws {
        let directory = try TemporaryDirectory()
        let sizes = [0, 1, 63, 64, 65, 5_000, 262_143, 262_144, 262_145, 600_001, 1_048_577, 4_194_305]
        for (index, size) in (sizes + sizes.reversed()).enumerated() {
            try directory.write([UInt8](repeating: UInt8(index), count: size), to: "\(index)")
        }
        try directory.write(Array(repeating: Array("a,b\n1,2\n".utf8), count: 40_000).joined(), to: "table.csv")
        for jobs in [1, 3] {
            for entry in await entries(under: directory.path, jobs: jobs) {
                let alone = try await engine.record(of: FilePath(entry.path))
                #expect(alone == entry)
                #expect(entry.record.checksums != nil)
            }
        }
    }

    @Test func longTablesThatAreReadInTwosHaveTheRecordsThatTheyHaveAlone() async throws {
        let directory = try TemporaryDirectory()
        // Around the first block, the halves of the buffer and their multiples; an odd count: one has no partner.
        let sizes = [65_537, 131_071, 131_072, 131_073, 262_144, 262_145, 400_000, 524_288, 1_500_001]
        for (index, size) in sizes.enumerated() {
            let line = Array("\(index),\"first, \(size)\",2.5\n".utf8)
            let lines = Array(repeating: line, count: size / line.count + 1).joined()
            try directory.write(Array(lines.prefix(size)), to: "\(index).csv")
        }
        let wide = Array(repeating: Array(String(repeating: "1;", count: 40_000).utf8) + [0x0A], count: 3).joined()
        try directory.write(Array(wide), to: "wide.csv")
        let together = await entries(under: directory.path, jobs: 1)
        #expect(together.count == sizes.count + 1)
        for entry in together {
            #expect(try await engine.record(of: FilePath(entry.path)).record == entry.record)
            #expect(entry.record.table?.rowCount ?? 0 > 0)
        }
    }

    @Test func whatIsRememberedIsNotReadAgain() async throws {
        let directory = try TemporaryDirectory()
        for index in 0..<100 { try directory.write(Array("file \(index)".utf8), to: "\(index % 7)/\(index)") }
        let memory = DictionaryMemory()
        var options = BatchOptions()
        options.jobs = 2
        options.memory = memory
        try await Task.sleep(for: .milliseconds(100))
        let first = await lines(options, in: directory)
        #expect(memory.rememberedCount == 100)
        let second = await lines(options, in: directory)
        #expect(second.map(\.line) == first.map(\.line))
        #expect(second.allSatisfy { $0.duration == nil })
        #expect(try second.map { try $0.entry().record } == first.map { try $0.entry().record })
        try directory.write(Array("another".utf8), to: "3/3")
        #expect(await lines(options, in: directory).filter { $0.duration != nil }.count == 1)
    }

    private func lines(_ options: BatchOptions, in directory: TemporaryDirectory) async -> [BatchEntry] {
        var entries: [BatchEntry] = []
        let batch = engine.batch(under: PathList([FilePath(directory.path)]), options: options)
        for await some in batch { entries += some }
        return entries
    }

    @Test func sizesAndTimesOfFilesCanBeBounded() async throws {
        let directory = try TemporaryDirectory()
        try directory.write([UInt8](repeating: 1, count: 100), to: "large")
        try directory.write([1], to: "small")
        var options = BatchOptions()
        options.filter.maximumByteCount = 10
        #expect(await lines(options, in: directory).map(\.byteCount) == [1])
        options.filter.newerThan = .max
        #expect(await lines(options, in: directory).isEmpty)
        options.filter = WalkFilter()
        options.filter.newerThan = 0
        options.sparesCache = true
        #expect(await lines(options, in: directory).count == 2)
    }
}

/// Remembers in memory.
private final class DictionaryMemory: RecordMemory {
    private let lines = Mutex<[[UInt8]: (FileStamp, RecordLine)]>([:])

    var rememberedCount: Int { lines.withLock { $0.count } }

    func recall(_ path: [UInt8], _ stamp: FileStamp) -> RecordLine? {
        lines.withLock { lines in lines[path].flatMap { $0.0 == stamp ? $0.1 : nil } }
    }

    func remember(_ entry: RecordEntry, _ line: RecordLine, _ stamp: FileStamp?) {
        guard let stamp else { return }
        lines.withLock { $0[entry.pathBytes] = (stamp, line) }
    }
}
