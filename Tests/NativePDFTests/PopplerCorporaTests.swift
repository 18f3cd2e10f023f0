import Foundation
import MetadataCore
import NativePDF
import TestSupport
import Testing

struct PopplerCorporaTests {
    /// What other tools agree on for one file.
    private struct Truth: Decodable {
        let file: String
        let `class`: String
        let pageCount: Int?
        let needsPassword: Bool?
    }

    private static func truths(_ name: String) throws -> [Truth] {
        let url = try #require(Corpora.folder).appending(path: "pdf/_truth/\(name).jsonl")
        let text = try String(contentsOf: url, encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
    }

    @Test(.enabled(if: Corpora.isAvailable), arguments: ["pikepdf", "pdfjs"])
    func `Page counts that other tools agree on are found`(name: String) async throws {
        let folder = try #require(Corpora.folder).appending(path: "pdf")
        var misses: [String] = []
        let truths = try Self.truths(name)
        for truth in truths {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: truth.file)))
            let extraction = await PopplerExtractor().extract(
                from: MemorySource(bytes), as: FileFormat(rawValue: "pdf"), options: ExtractionOptions())
            if truth.class == "unanimous", extraction[.documentPageCount]?.integer != truth.pageCount {
                misses.append(truth.file)
            }
            if truth.needsPassword == true { #expect(extraction[.documentNeedsPassword] == .boolean(true)) }
        }
        #expect(misses.count * 200 <= truths.count, "\(misses)")
    }
}
