import Foundation
import ImageExtraction
import MetadataCore
import TestSupport
import Testing

/// Sizes against what ExifTool read of real files and of damaged ones.
@Suite("Image containers of the corpora", .enabled(if: Corpora.isAvailable))
struct ContainerCorpusTests {
    /// The reader's format by ExifTool's file type; TIFF and what is built on it have another reader.
    private static let formats = [
        "JPEG": "jpeg", "JPS": "jpeg", "PNG": "png", "APNG": "png", "GIF": "gif", "BMP": "bmp", "WEBP": "webp",
        "Extended WEBP": "webp", "HEIC": "heic", "HEIF": "heif", "AVIF": "avif", "JXL": "jxl", "JXL Codestream": "jxl",
        "JP2": "jp2", "J2C": "j2k", "PSD": "psd", "ICO": "ico", "PBM": "pbm", "PGM": "pgm", "PPM": "ppm",
        "PFM": "pfm", "HDR": "hdr", "EXR": "exr", "DPX": "dpx", "PCX": "pcx", "CR3": "cr3", "RAF": "raf",
        "MRW": "mrw", "X3F": "x3f", "CRW": "crw",
    ]

    private struct Truth: Decodable {
        let file: String
        let type: String?
        let width: Int?
        let height: Int?
        let warning: String?
        let error: String?

        var isClean: Bool { warning == nil && error == nil }
    }

    private func truths() throws -> [Truth] {
        let folder = try #require(Corpora.folder).appending(path: "images/_truth")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".jsonl") }.flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
        }
    }

    @Test(arguments: [(true, 0.999), (false, 0.99)])
    func `sizes agree with ExifTool's`(isClean: Bool, share: Double) async throws {
        let folder = try #require(Corpora.folder).appending(path: "images")
        var agreeing = 0
        var missed: [String] = []
        for truth in try truths() where truth.isClean == isClean && truth.width ?? 0 > 0 && truth.height ?? 0 > 0 {
            guard let format = truth.type.flatMap({ Self.formats[$0] }) else { continue }
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: truth.file)))
            let answer = try await ContainerAnswer(bytes, as: format)
            if answer.size == [truth.width, truth.height] { agreeing += 1 } else { missed.append(truth.file) }
        }
        #expect(agreeing > 0)
        #expect(Double(agreeing) >= share * Double(agreeing + missed.count), "\(missed)")
    }
}
