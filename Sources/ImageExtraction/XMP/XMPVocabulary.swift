internal import MetadataCore

/// What XMP properties mean for a record, as data.
enum XMPVocabulary {
    private static let dublinCore = "http://purl.org/dc/elements/1.1/"
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
        Row(name: XMPName(dublinCore, "title"), field: .imageTitle, confidence: 0.8),
        Row(name: XMPName(dublinCore, "description"), field: .imageDescription, confidence: 0.8),
        Row(name: XMPName(xmp, "Rating"), field: .imageRating, confidence: 0.8),
        Row(name: XMPName(tiff, "Make"), field: .imageCameraMake, confidence: 0.8),
        Row(name: XMPName(tiff, "Model"), field: .imageCameraModel, confidence: 0.8),
        Row(name: XMPName(exifEX, "LensModel"), field: .imageCameraLens, confidence: 0.85),
        Row(name: XMPName(auxiliary, "Lens"), field: .imageCameraLens, confidence: 0.8),
        Row(name: XMPName(exifEX, "BodySerialNumber"), field: .imageCameraSerial, confidence: 0.85),
        Row(name: XMPName(auxiliary, "SerialNumber"), field: .imageCameraSerial, confidence: 0.8),
    ]

    private static let creator = XMPName(dublinCore, "creator")
    private static let subject = XMPName(dublinCore, "subject")
    private static let lists: Set = [creator, subject]
    private static let names = Set(rows.map(\.name))

    /// Whether all items of an array count.
    static func isList(_ name: XMPName) -> Bool { lists.contains(name) }

    /// Whether a property is read.
    static func knows(_ name: XMPName) -> Bool { names.contains(name) }

    /// Makes findings of a packet: one a field.
    static func interpret(_ graph: XMPGraph, limits: Limits, into extraction: inout Extraction) {
        var told: Set<Field> = []
        for row in rows where !told.contains(row.field) {
            guard let text = graph.properties[row.name] else { continue }
            if add(text, row, limits: limits, into: &extraction) { told.insert(row.field) }
        }
        if let creators = graph.lists[creator] {
            extraction.find(.imageCreator, .string(creators.joined(separator: "; ")), source: "xmp", confidence: 0.8)
        }
        if let keywords = graph.lists[subject] {
            extraction.find(.imageKeywords, .array(keywords.map { .string($0) }), source: "xmp", confidence: 0.8)
        }
    }

    private static func add(_ text: String, _ row: Row, limits: Limits, into extraction: inout Extraction) -> Bool {
        switch row.field {
        case .imageCaptureTime: addMoment(text, row, into: &extraction)
        case .imageRating: addNumber(text, row, into: &extraction)
        default: addText(text, row, limits: limits, into: &extraction)
        }
    }

    private static func addNumber(_ text: String, _ row: Row, into extraction: inout Extraction) -> Bool {
        guard let number = Double(text), number.isFinite else { return false }
        extraction.find(row.field, .number(number), source: "xmp", confidence: row.confidence)
        return true
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
