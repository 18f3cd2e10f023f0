import Foundation
import MetadataCore
import TestSupport
import Testing

/// Each fixture's record stands beside it: `photo.jpg` and `photo.jpg.json`.
@Suite struct GoldenTests {
    @Test func everyFixtureStillGivesItsGoldenRecord() async throws {
        let result = try await Command.run("extract", "Fixtures", at: Fixtures.packageRoot)
        for (path, record) in try zip(result.paths, result.records) where !Fixtures.isDocumentation(path) {
            try compare(record, withGoldenOf: path)
        }
    }

    /// A missing golden is recorded, and fails the run once.
    private func compare(_ record: MetadataRecord, withGoldenOf path: String) throws {
        let golden = URL(filePath: Fixtures.packageRoot).appending(path: path + ".json")
        let bytes = record.canonicalJSON() + [UInt8(ascii: "\n")]
        guard let expected = try? Data(contentsOf: golden) else {
            try Data(bytes).write(to: golden)
            Issue.record("recorded a new golden for \(path); look at it and run again")
            return
        }
        #expect(Data(bytes) == expected, "\(path): \(String(decoding: bytes, as: UTF8.self))")
    }
}
