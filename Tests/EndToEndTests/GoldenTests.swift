import Foundation
import MetadataCore
import TestSupport
import Testing

/// Each fixture's record stands beside it: `photo.jpg` and `photo.jpg.json`.
@Suite struct GoldenTests {
    @Test func everyFixtureStillGivesItsGoldenRecord() async throws {
        let result = try await Command.run("extract", "Fixtures", at: Fixtures.packageRoot.path)
        let records = try Dictionary(uniqueKeysWithValues: zip(result.paths, result.records))
        for file in Fixtures.all {
            let record = try #require(records["Fixtures/\(file.path)"], "\(file) has no record")
            try compare(record, withGoldenOf: file)
        }
    }

    /// A missing golden is recorded, and fails the run once.
    private func compare(_ record: MetadataRecord, withGoldenOf file: Fixtures.File) throws {
        let golden = URL(filePath: file.url.path + ".json")
        let bytes = Data(record.canonicalJSON() + [UInt8(ascii: "\n")])
        guard let expected = try? Data(contentsOf: golden) else {
            try bytes.write(to: golden)
            Testing.Issue.record("recorded a new golden for \(file); look at it and run again")
            return
        }
        #expect(bytes == expected, "\(file): \(String(decoding: bytes, as: UTF8.self))")
    }
}
