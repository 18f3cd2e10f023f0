import Foundation
import Isolation
import MetadataCore
import NativeImage
import NativePDF
import TestSupport
import Testing

@Suite struct NativeWorkerTests {
    @Test(arguments: ["image", "pdf"])
    func `the worker starts, shuts itself in and names its libraries`(name: String) async throws {
        let pool = try WorkerPool(family(name))
        let report = try await pool.report()
        #expect(report.family == name)
        #expect(report.layers.isSuperset(of: [.noNewPrivileges, .resourceLimits]))
        let expected = name == "pdf" ? ["libpoppler-glib.so"] : ["libexif.so", "libjpeg.so", "libpng16.so"]
        for library in expected {
            #expect(report.libraries.contains { $0.hasPrefix(library) }, "\(library) in \(report.libraries)")
        }
    }

    @Test func `the image worker reads what the readers read`() async throws {
        let pool = try WorkerPool(family("image"))
        let jpeg = MemorySource([
            0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 7, 0, 9, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF,
            0xD9,
        ])
        let extraction = await pool.extractor.extract(from: jpeg, as: .init(rawValue: "jpeg"), options: .init())
        #expect(extraction.value(.imageStoredWidth) == .integer(9))
        #expect(extraction.value(.imageStoredHeight) == .integer(7))
    }

    @Test func `the PDF worker reads what the reader reads`() async throws {
        let pool = try WorkerPool(family("pdf"))
        let text =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 20]>>endobj trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
        let source = MemorySource(Array(text.utf8))
        let format = FileFormat(rawValue: "pdf")
        let isolated = await pool.extractor.extract(from: source, as: format, options: .init())
        #expect(isolated.value(.documentPageCount) == .integer(1))
        let direct = await PopplerExtractor().extract(from: source, as: format, options: .init())
        #expect(direct == isolated)
    }

    private func family(_ name: String) throws -> WorkerFamily {
        let path = try #require(WorkerExecutable.path(named: "assay-worker-\(name)"))
        return name == "pdf" ? .pdf(executable: path) : .image(executable: path)
    }
}

/// The same findings with the sandbox and without, for a sample of real files.
@Suite(.enabled(if: Corpora.isAvailable)) struct CorpusTests {
    @Test(arguments: [("pdf", "pdf", "pdf"), ("images", "jpg", "jpeg"), ("images", "png", "png")])
    func `no good file is lost to the sandbox`(folder: String, suffix: String, format: String) async throws {
        let format = FileFormat(rawValue: format)
        let readers: [any Extractor] = [PopplerExtractor(), JPEGLibraryExtractor(), PNGLibraryExtractor()]
        let reader = try #require(readers.first { $0.formats.contains(format) })
        let name = folder == "pdf" ? "pdf" : "image"
        let path = try #require(WorkerExecutable.path(named: "assay-worker-\(name)"))
        var family = folder == "pdf" ? WorkerFamily.pdf(executable: path) : .image(executable: path)
        family.fileDeadline = .seconds(5)
        let pool = WorkerPool(family)
        let files = Corpora.files(in: folder).filter { $0.pathExtension == suffix }
        for (index, file) in files.enumerated() where index.isMultiple(of: max(1, files.count / 200)) {
            let source = try OpenFile(at: file.path)
            let isolated = await pool.extractor.extract(from: source, as: format, options: .init())
            let details = isolated.issues.map(\.detail)
            #expect(!details.contains { $0.contains("sandbox") }, "\(file.path): \(details)")
            if isolated.codes.contains(where: { [.crashed, .timeout, .limitExceeded].contains($0) }) { continue }
            let direct = await reader.extract(from: source, as: format, options: .init())
            #expect(direct == isolated, "\(file.path)")
        }
    }
}
