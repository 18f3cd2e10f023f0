internal import MetadataCore

/// What XMP properties mean for a record, as data.
enum XMPVocabulary {
    private static let exif = "http://ns.adobe.com/exif/1.0/"
    private static let auxiliary = "http://ns.adobe.com/exif/1.0/aux/"
    private static let exifEX = "http://cipa.jp/exif/1.0/"
    private static let photoshop = "http://ns.adobe.com/photoshop/1.0/"
    private static let tiff = "http://ns.adobe.com/tiff/1.0/"
    private static let xmp = "http://ns.adobe.com/xap/1.0/"

    private struct Row {
        let name: XMPName
        let field: Field
        let confidence: Double
    }

    /// The properties by field, the best first. EXIF itself outranks them all: editors copy it, and forget to.
    /// For dates see MWG 2.0, section 5.5: DateTimeOriginal and DateCreated tell when the picture was taken,
    /// CreateDate when it was digitized.
    private static let rows: [Row] = [
        Row(name: XMPName(exif, "DateTimeOriginal"), field: .imageCaptureTime, confidence: 0.85),
        Row(name: XMPName(photoshop, "DateCreated"), field: .imageCaptureTime, confidence: 0.8),
        Row(name: XMPName(xmp, "CreateDate"), field: .imageCaptureTime, confidence: 0.7),
        Row(name: XMPName(exif, "DateTimeDigitized"), field: .imageCaptureTime, confidence: 0.7),
        Row(name: XMPName(tiff, "Make"), field: .imageCameraMake, confidence: 0.8),
        Row(name: XMPName(tiff, "Model"), field: .imageCameraModel, confidence: 0.8),
        Row(name: XMPName(exifEX, "LensModel"), field: .imageCameraLens, confidence: 0.85),
        Row(name: XMPName(auxiliary, "Lens"), field: .imageCameraLens, confidence: 0.8),
    ]

    private static let names = Set(rows.map(\.name))

    /// Whether a property is read.
    static func knows(_ name: XMPName) -> Bool { names.contains(name) }

    /// Makes findings of properties: one a field.
    static func interpret(_ properties: [XMPName: String], limits: Limits, into extraction: inout Extraction) {
        var told: Set<Field> = []
        for row in rows where !told.contains(row.field) {
            guard let text = properties[row.name] else { continue }
            let isUsed =
                row.field == .imageCaptureTime
                ? addMoment(text, row, into: &extraction) : addText(text, row, limits: limits, into: &extraction)
            if isUsed { told.insert(row.field) }
        }
    }

    private static func addText(_ text: String, _ row: Row, limits: Limits, into extraction: inout Extraction) -> Bool {
        let text = text.cut(toByteCount: limits.textByteCount)
        guard !text.isEmpty else { return false }
        extraction.find(row.field, .string(text), source: "xmp", confidence: row.confidence)
        return true
    }

    private static func addMoment(_ text: String, _ row: Row, into extraction: inout Extraction) -> Bool {
        guard let moment = CaptureMoment(parsing: text) else { return false }
        extraction.find(row.field, .string(moment.text), source: "xmp", confidence: row.confidence)
        if let offset = moment.offset {
            extraction.find(.imageCaptureOffset, .string(offset), source: "xmp", confidence: row.confidence)
        }
        return true
    }
}
