import ImageExtraction
import MetadataCore

/// What an extractor said, for short expectations.
struct TIFFAnswer {
    let extraction: Extraction

    static func exif(_ bytes: [UInt8], options: ExtractionOptions = ExtractionOptions()) async -> TIFFAnswer {
        TIFFAnswer(
            extraction: await EXIFExtractor().extract(from: MemorySource(bytes), as: .exif, options: options))
    }

    static func tiff(
        _ bytes: [UInt8], as format: String = "tiff", options: ExtractionOptions = ExtractionOptions()
    ) async -> TIFFAnswer {
        TIFFAnswer(
            extraction: await TIFFExtractor().extract(
                from: MemorySource(bytes), as: FileFormat(rawValue: format), options: options))
    }

    /// The first value of a field.
    subscript(field: Field) -> FieldValue? {
        extraction.findings.first { $0.field == field }?.value
    }

    /// The sources of a field.
    func sources(_ field: Field) -> [String] {
        extraction.findings.filter { $0.field == field }.map(\.source.rawValue)
    }

    var codes: [Issue.Code] { extraction.issues.map(\.code) }
}
