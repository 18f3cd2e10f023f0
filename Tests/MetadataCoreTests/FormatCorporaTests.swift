import Foundation
import MetadataCore
import Testing

/// Real files that other projects publish; skipped where they are absent.
@Suite("Formats of real files", .enabled(if: FormatCorpora.isPresent))
struct FormatCorporaTests {
    @Test func everyPDFIsTold() throws {
        for url in FormatCorpora.files("pdf").prefix(400) where url.pathExtension == "pdf" {
            let found = try FormatCorpora.identify(url)
            #expect(found.format == .pdf, "\(url.lastPathComponent)")
        }
    }

    @Test func fewNamesContradictTheirBytes() throws {
        var named = 0
        var contradicted: [String] = []
        for url in FormatCorpora.files("images") where FormatCorpora.telling.contains(url.pathExtension.lowercased()) {
            let issue = try FormatCorpora.identify(url).mismatch(with: FormatHint(fileName: url.lastPathComponent))
            named += 1
            if issue != nil { contradicted.append(url.lastPathComponent) }
        }
        #expect(named > 500)
        #expect(contradicted.count * 100 <= named, "\(contradicted)")
    }

    @Test func tablesAreNeverBinary() throws {
        for folder in ["pollock148", "w3c", "wrangling", "survey"] {
            for url in FormatCorpora.files("csv/\(folder)") where url.pathExtension == "csv" {
                let found = try FormatCorpora.identify(url)
                #expect(found.format == .csv || found.basis == "empty", "\(url.lastPathComponent): \(found)")
            }
        }
    }
}

private enum FormatCorpora {
    static let telling: Set<String> = [
        "jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "jxl", "heic", "heif", "avif", "psd", "qoi", "exr",
        "hdr", "dds", "ff", "pbm", "pgm", "ppm", "ico",
    ]

    static var root: URL {
        if let path = ProcessInfo.processInfo.environment["ASSAY_CORPORA"] { return URL(filePath: path) }
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return package.appending(path: "../shared/corpora").standardizedFileURL
    }

    static var isPresent: Bool { FileManager.default.fileExists(atPath: root.appending(path: "pdf").path) }

    static func files(_ folder: String) -> [URL] {
        let enumerator = FileManager.default.enumerator(
            at: root.appending(path: folder), includingPropertiesForKeys: [.isRegularFileKey])
        let all = enumerator?.compactMap { $0 as? URL } ?? []
        return all.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path < $1.path }
    }

    static func identify(_ url: URL) throws -> FormatIdentification {
        let source = MemorySource([UInt8](try Data(contentsOf: url)))
        return FormatIdentification.identify(
            source, head: source.read(0..<65_536), hint: FormatHint(fileName: url.lastPathComponent))
    }
}
