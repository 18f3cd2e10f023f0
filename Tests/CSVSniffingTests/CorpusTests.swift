import CSVSniffing
import Foundation
import TestSupport
import Testing

/// Real files, which are not part of the package.
@Suite(.enabled(if: Corpora.isAvailable)) struct CorpusTests {
    /// No test reads more than this of a file, byte by byte or in ranges.
    private static let limits = (pieces: 1 << 15, ranges: 1 << 18)

    /// Without optimization one file takes as long as many with it: then every eighth is read.
    #if DEBUG
    private static let step = 8
    #else
    private static let step = 1
    #endif

    private static let parts = ["fuzz", "pollock148", "polluted", "survey", "w3c", "wrangling"]

    @Test(arguments: parts)
    func `Every file gives the same verdict in any pieces`(part: String) throws {
        var random = SeededGenerator()
        let files = Corpora.files(in: "csv/\(part)")
        #expect(!files.isEmpty)
        for file in Self.sample(of: files) {
            let bytes = Array(try Data(contentsOf: file).prefix(Self.limits.pieces))
            let whole = sniff(bytes)
            #expect(whole.byteCount == bytes.count)
            for chunk in [1, 7] { #expect(sniff(bytes, chunk: chunk) == whole, "\(file.path) by \(chunk)") }
            #expect(sniffInPieces(bytes, upTo: 9_000, &random) == whole, "\(file.path) in random pieces")
        }
    }

    @Test(arguments: parts)
    func `Every file gives the same verdict in ranges`(part: String) throws {
        for file in Self.sample(of: Corpora.files(in: "csv/\(part)")) {
            let bytes = Array(try Data(contentsOf: file).prefix(Self.limits.ranges))
            guard bytes.count > 1 << 17 else { continue }
            let whole = sniff(bytes)
            let offsets = [bytes.count / 2, bytes.count / 2 + bytes.count / 5]
            guard let ranged = RangeTests.sniff(bytes, rangesAt: offsets) else { continue }
            #expect(ranged == whole, "\(file.path)")
        }
    }

    private static func sample(of files: [URL]) -> [URL] {
        stride(from: 0, to: files.count, by: step).map { files[$0] }
    }

    private func sniffInPieces(_ bytes: [UInt8], upTo limit: Int, _ random: inout SeededGenerator) -> CSVVerdict {
        var sniffer = CSVSniffer()
        var start = 0
        while start < bytes.count {
            let end = start + Swift.min(Int.random(in: 1...limit, using: &random), bytes.count - start)
            sniffer.update(bytes.span.extracting(start..<end))
            start = end
        }
        return sniffer.finalize()
    }
}
