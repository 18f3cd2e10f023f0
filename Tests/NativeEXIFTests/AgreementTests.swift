import Foundation
import ImageExtraction
import MetadataCore
import NativeEXIF
import TestSupport
import Testing

@Suite("Two readers of EXIF")
struct AgreementTests {
    /// The first EXIF block of a file, found by its identifier; the whole file where it is a TIFF structure.
    private func block(in url: URL) throws -> [UInt8]? {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let head = try handle.read(upToCount: 65_536) ?? Data()
        if head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return Array(head) }
        return head.range(of: Data("Exif\0\0".utf8)).map { Array(head[$0.upperBound...]) }
    }

    private func values(_ extractor: any Extractor, _ bytes: [UInt8]) async -> [Field: FieldValue] {
        let extraction = await extractor.extract(from: MemorySource(bytes), as: .exif, options: ExtractionOptions())
        let own = extraction.findings.filter { !$0.source.rawValue.hasPrefix("makernote") }
        return Dictionary(own.map { ($0.field, $0.value) }) { first, _ in first }
    }

    @Test(.enabled(if: Corpora.isAvailable))
    func `agree on every value that both find in real files`() async throws {
        var compared = 0
        for url in Corpora.files(in: "images") {
            guard let bytes = try block(in: url) else { continue }
            let swift = await values(EXIFExtractor(), bytes)
            for (field, value) in await values(LibEXIFExtractor(), bytes) {
                guard let other = swift[field] else { continue }
                compared += 1
                #expect(other == value, "\(field.rawValue) of \(url.lastPathComponent)")
            }
        }
        #expect(compared > 1_000)
    }
}
