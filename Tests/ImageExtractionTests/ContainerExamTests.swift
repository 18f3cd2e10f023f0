import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("The exam of image containers")
struct ContainerExamTests {
    @Test(arguments: ContainerFixtures.whole)
    func `whole files pass`(file: Fixtures.File) async throws {
        let format = FileFormat(rawValue: try #require(ContainerFixtures.format(of: file.path)))
        let extractor = try #require(ImageExtractors.all.first { $0.formats.contains(format) })
        var exam = ExtractorExam(extractor, as: format)
        exam.offsetCount = 256
        await exam.pass(try file.bytes())
    }

    @Test(arguments: ContainerFixtures.hostile)
    func `hostile files pass`(file: Fixtures.File) async throws {
        let format = FileFormat(rawValue: try #require(ContainerFixtures.format(of: file.path)))
        let extractor = try #require(ImageExtractors.all.first { $0.formats.contains(format) })
        let exam = ExtractorExam(extractor, as: format)
        let bytes = try file.bytes()
        await exam.imposeEachLimit(on: bytes)
        await exam.failEveryRead(of: Array(bytes.prefix(4_096)))
    }

    @Test(arguments: ContainerFixtures.whole)
    func `whole files have a size and nothing is wrong with them`(file: Fixtures.File) async throws {
        let answer = try await ContainerAnswer(fixture: file.path)
        #expect(answer.damage.isEmpty, "\(answer.extraction.issues)")
        #expect(answer.size.allSatisfy { $0 ?? 0 > 0 })
    }

    @Test(arguments: ContainerFixtures.all)
    func `an uncompressed block stands where it says`(file: Fixtures.File) async throws {
        let bytes = try file.bytes()
        for block in try await ContainerAnswer(fixture: file.path).extraction.embedded {
            guard let offset = block.offset else { continue }
            #expect(bytes.dropFirst(offset).starts(with: block.bytes))
        }
    }

    @Test func `no two extractors read the same format`() {
        let formats = ImageExtractors.all.flatMap(\.formats)
        #expect(formats.count == Set(formats).count)
        #expect(formats.count >= 30)
    }

    @Test(arguments: ImageExtractors.all.flatMap { $0.formats.map(\.rawValue) }.sorted())
    func `nothing and noise give no findings, and an error of a container`(format: String) async throws {
        for bytes in [[], [0x55], [UInt8](repeating: 0x55, count: 300)] {
            let answer = try await ContainerAnswer(bytes, as: format)
            #expect(answer.extraction.findings.isEmpty)
            guard !Self.blocks.contains(format) else { continue }
            #expect(answer.extraction.issues.last?.severity == .error)
        }
    }

    /// Blocks inside a container: damage of theirs leaves the rest of the file whole, so it is never an error.
    private static let blocks: Set = ["exif", "icc", "iptc", "xmp"]
}
