import Assay
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct StandardEngineTests {
    /// The example of the README, with a list in place of the printing.
    @Test func theExampleOfTheReadmeReadsEveryFixture() async throws {
        var lines: [String] = []
        let engine = ExtractionEngine.standard()
        for await entry in engine.records(under: [FilePath(Fixtures.folder.path)], jobs: 4) {
            let record = entry.record
            lines.append("\(entry.path) \(record.format.rawValue) \(record.status) \(record.checksums?.sha256 ?? "-")")
            if let image = record.image { lines.append("  \(image.width ?? 0) x \(image.height ?? 0)") }
            for issue in record.issues where issue.severity > .note { lines.append("  \(issue.code.rawValue)") }
        }
        #expect(lines.count { !$0.hasPrefix("  ") } >= Fixtures.all.count)
        #expect(lines.contains("  32 x 24"))
    }

    @Test func aPhotographIsReadWithoutNativeLibraries() async throws {
        var options = ExtractionOptions()
        options.location = .round(decimals: 1)
        let path = FilePath(Fixtures.folder.path).appending("JPEG/full.jpg")
        let image = try await ExtractionEngine.standard(options: options).record(of: path).record.image
        #expect(image?.width == 32)
        #expect(image?.camera?.make == "Example")
        #expect(image?.capture?.time == "2021-06-05T04:03:02.123")
        #expect(image?.location?.altitude == nil)
    }

    @Test(arguments: Fixtures.files(in: "PDF").prefix(8)) func bytesAndFileGiveTheSameRecord(file: Fixtures.File)
        async throws
    {
        let engine = ExtractionEngine.standard()
        let fromBytes = try await engine.record(of: file.bytes(), hint: FormatHint(fileName: file.path))
        #expect(try await engine.record(of: FilePath(file.url.path)).record == fromBytes)
    }
}
