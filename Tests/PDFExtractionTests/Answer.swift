import MetadataCore
import PDFExtraction

/// What the reader says of a file, by field.
struct Answer {
    let extraction: Extraction

    init(_ bytes: [UInt8], limits: Limits = Limits()) async {
        await self.init(MemorySource(bytes), limits: limits)
    }

    init(_ source: any ByteSource, limits: Limits = Limits()) async {
        var options = ExtractionOptions()
        options.limits = limits
        extraction = await PDFExtractor().extract(from: source, as: .pdf, options: options)
    }

    subscript(field: Field) -> FieldValue? {
        extraction.findings.first { $0.field == field }?.value
    }

    func source(of field: Field) -> String? {
        extraction.findings.first { $0.field == field }?.source.rawValue
    }

    func has(_ code: Issue.Code) -> Bool {
        extraction.issues.contains { $0.code == code }
    }
}
