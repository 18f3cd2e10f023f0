import Assay
import Foundation

/// A file of the package that is measured, in memory.
public struct Fixture: Sendable {
    /// The folder it stands in, which names its kind.
    public let kind: String
    private let bytes: [UInt8]
    private let hint: FormatHint

    private init?(kind: String, file: URL) {
        guard let data = try? Data(contentsOf: file) else { return nil }
        self.kind = kind
        bytes = [UInt8](data)
        hint = FormatHint(fileName: file.lastPathComponent)
    }

    /// From its bytes to its record, without checksums and native libraries.
    public func record() async throws -> MetadataRecord {
        try await Fixture.engine.record(of: bytes, hint: hint)
    }

    /// Where all of them are.
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Fixtures").standardized

    /// The first good file of each kind.
    public static var ofEachKind: [Fixture] {
        files(in: folder).filter { $0.lastPathComponent != "Hostile" }.compactMap { kind in
            let sample = files(in: kind).first { !["json", "md"].contains($0.pathExtension) }
            return sample.flatMap { Fixture(kind: kind.lastPathComponent, file: $0) }
        }
    }

    private static let engine: ExtractionEngine = {
        var options = ExtractionOptions()
        options.computesChecksums = false
        return .standard(options: options)
    }()

    private static func files(in folder: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.path < $1.path }
    }
}
