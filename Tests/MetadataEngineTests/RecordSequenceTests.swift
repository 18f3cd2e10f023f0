import Foundation
import MetadataCore
import MetadataEngine
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

    @Test func cancellationStopsWithinATenthOfASecond() async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.writeSparse(byteCount: 20_000_000_000, to: "huge.bin")
        let started = ContinuousClock.now
        let work = Task { try await engine.record(of: FilePath(path.path)) }
        try await Task.sleep(for: .milliseconds(100))
        work.cancel()
        let cancelled = ContinuousClock.now
        await #expect(throws: ExtractionError.self) { try await work.value }
        let wait = ContinuousClock.now - cancelled
        #expect(wait < .seconds(1), "took \(wait) after \(cancelled - started)")
    }
}
