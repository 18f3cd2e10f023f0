import Foundation
import MetadataCore
import SQLiteStore
import Testing

@Suite struct SQLiteRecordStoreTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path

    private func stored(
        _ file: String, _ sequence: Int64 = 1, _ status: MetadataRecord.Status = .complete, size: Int = 1
    ) -> StoredRecord {
        StoredRecord(
            key: RecordKey(fileID: file, versionID: "v"), sequence: sequence,
            record: MetadataRecord(size: size, status: status))
    }

    @Test func whatWasPutIsThereInAnotherConnection() async throws {
        let store = try SQLiteRecordStore(path: path)
        #expect(try await store.put([stored("a"), stored("b")]) == [.stored, .stored])
        let other = try SQLiteRecordStore(path: path)
        #expect(try await other.record(for: stored("a").key) == stored("a"))
        #expect(try await other.record(for: RecordKey(fileID: "a", versionID: "w")) == nil)
    }

    @Test func putIsConditionalAndIdempotent() async throws {
        let store = try SQLiteRecordStore(path: path)
        let outcomes = try await store.put([
            stored("a", 2), stored("a", 2), stored("a", 1, size: 9), stored("a", 3, .failed), stored("a", 3, size: 7),
        ])
        #expect(outcomes == [.stored, .unchanged, .refusedOlder, .refusedFailed, .stored])
        #expect(try await store.record(for: stored("a").key)?.record.size == 7)
    }

    @Test func pagesFollowTheOrderOfTheKeys() async throws {
        let store = try SQLiteRecordStore(path: path)
        let names = (0..<25).map { "file \($0)" }
        _ = try await store.put(names.shuffled().map { stored($0) })
        var found: [String] = []
        var last: RecordKey?
        while case let page = try await store.page(after: last, limit: 10), !page.isEmpty {
            #expect(page.count <= 10)
            found += page.map(\.key.fileID)
            last = page.last?.key
        }
        #expect(found == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func writersAtOnceLoseNothing() async throws {
        let store = try SQLiteRecordStore(path: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { _ = try await store.put((0..<20).map { stored("\(writer)-\($0)") }) }
            }
            try await group.waitForAll()
        }
        #expect(try await store.page(after: nil, limit: 1_000).count == 160)
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        try Data(repeating: 0x41, count: 5_000).write(to: URL(filePath: path))
        #expect(throws: StoreError.self) { try SQLiteRecordStore(path: path) }
        #expect(throws: StoreError.self) { try SQLiteRecordStore(path: "/nonexistent/directory/x.sqlite") }
    }
}
