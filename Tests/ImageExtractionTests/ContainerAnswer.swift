import ImageExtraction
import MetadataCore
import TestSupport
import Testing

/// What an extractor said of some bytes, in the words of the tests.
struct ContainerAnswer {
    let extraction: Extraction

    /// Runs the extractor that reads a format.
    init(_ bytes: [UInt8], as format: String, limits: Limits = Limits()) async throws {
        try await self.init(MemorySource(bytes), as: format, limits: limits)
    }

    /// Runs the extractor that reads a format over any source.
    init(_ source: any ByteSource, as format: String, limits: Limits = Limits()) async throws {
        let format = FileFormat(rawValue: format)
        let extractor = try #require(ImageExtractors.all.first { $0.formats.contains(format) })
        var options = ExtractionOptions()
        options.limits = limits
        extraction = await extractor.extract(from: source, as: format, options: options)
    }

    /// Runs the extractor that reads a fixture, told by its extension.
    init(fixture path: String) async throws {
        let name = try #require(ContainerFixtures.format(of: path))
        try await self.init(try Fixtures.bytes(path), as: name)
    }

    /// The first value that was found for a field.
    subscript(field: Field) -> FieldValue? {
        extraction.findings.first { $0.field == field }?.value
    }

    /// Width and height as stored.
    var size: [Int?] { [self[.imageStoredWidth]?.integer, self[.imageStoredHeight]?.integer] }
    /// The formats of the embedded blocks, in order.
    var blocks: [String] { extraction.embedded.map(\.format.rawValue) }
    /// The codes of all issues that make the record partial.
    var damage: [String] { extraction.issues.filter { $0.severity > .note }.map(\.code.rawValue) }
    /// The source of the width.
    var sizeSource: String? { extraction.findings.first { $0.field == .imageStoredWidth }?.source.rawValue }

    /// The bytes of the first block of a format.
    func block(_ format: FileFormat) -> [UInt8]? {
        extraction.embedded.first { $0.format == format }.map { Array($0.bytes) }
    }
}

/// The fixtures that hold an image container.
enum ContainerFixtures {
    private static let formats = [
        "jpg": "jpeg", "png": "png", "gif": "gif", "bmp": "bmp", "webp": "webp", "heic": "heic", "avif": "avif",
        "jxl": "jxl", "jp2": "jp2", "j2k": "j2k", "psd": "psd", "psb": "psb", "ico": "ico", "cur": "cur",
        "icns": "icns", "svg": "svg", "pbm": "pbm", "pgm": "pgm", "ppm": "ppm", "pam": "pam", "pfm": "pfm",
        "qoi": "qoi", "tga": "tga", "dds": "dds", "hdr": "hdr", "exr": "exr", "dpx": "dpx", "pcx": "pcx",
        "ff": "farbfeld", "cr3": "cr3", "raf": "raf", "mrw": "mrw", "x3f": "x3f", "crw": "crw",
    ]

    /// The format that a name's extension stands for.
    static func format(of path: String) -> String? {
        path.split(separator: ".").last.flatMap { formats[String($0)] }
    }

    /// All fixtures of those formats.
    static let all = Fixtures.all.filter { format(of: $0.path) != nil }
    /// Those that are whole.
    static let whole = all.filter { $0.group != "Hostile" }
    /// Those that are not.
    static let hostile = all.filter { $0.group == "Hostile" }
}
