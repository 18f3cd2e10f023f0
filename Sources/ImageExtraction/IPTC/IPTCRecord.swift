internal import MetadataCore

/// The datasets of IPTC's application record that a record has room for (IIM 4.2, section 2.2).
struct IPTCRecord {
    private var date: (text: String, offset: Int)?
    private var time: String?
    private let elementCount: Int

    private static let marker: UInt8 = 0x1C
    private static let application: UInt8 = 2
    private static let dateCreated: UInt8 = 55
    private static let timeCreated: UInt8 = 60
    private static let keywords: UInt8 = 25
    /// Datasets that are one field's text: ObjectName, By-line, Caption/Abstract.
    private static let fields: [UInt8: Field] = [5: .imageTitle, 80: .imageCreator, 120: .imageDescription]

    private var texts: [Field: (text: String, offset: Int)] = [:]
    private var words: [(text: String, offset: Int)] = []
    private var textLeft: Int

    /// Makes an empty record.
    ///
    /// - Parameter limits: The most datasets that are looked at, and the most text that is kept.
    init(limits: Limits) {
        elementCount = limits.elementCount
        textLeft = limits.textByteCount
    }

    /// Reads datasets (IIM 4.2, section 1.5).
    ///
    /// - Parameters:
    ///   - bytes: The datasets.
    ///   - start: Where they begin in the block.
    /// - Throws: ``ExtractionError`` where a dataset is cut, or something else stands.
    mutating func read(_ bytes: ArraySlice<UInt8>, at start: Int) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: start)
        var elementsLeft = elementCount
        while !reader.isAtEnd, reader.peek() != 0 {
            guard elementsLeft > 0 else {
                throw .limitExceeded("more than \(elementCount) datasets", at: reader.offset)
            }
            elementsLeft -= 1
            guard try reader.read(UInt8.self) == Self.marker else {
                throw .corrupt("no IPTC dataset", at: reader.offset - 1)
            }
            let record = try reader.read(UInt8.self)
            let dataset = try reader.read(UInt8.self)
            let byteCount = Int(try reader.read(UInt16.self))
            // Bit 15 announces a length of more bytes; no dataset that is read here is that long.
            guard byteCount < 0x8000 else {
                throw ExtractionError(.unsupported, "an extended dataset", at: reader.offset)
            }
            let offset = reader.offset
            let value = bytes.dropFirst(reader.position).prefix(byteCount)
            try reader.skip(byteCount)
            if record == Self.application { keep(dataset, value, at: offset) }
        }
    }

    private mutating func keep(_ dataset: UInt8, _ value: ArraySlice<UInt8>, at offset: Int) {
        if let field = Self.fields[dataset] {
            if texts[field] == nil, let text = take(value) { texts[field] = (text, offset) }
        } else if dataset == Self.keywords {
            if let word = take(value) { words.append((word, offset)) }
        } else if value.count <= 32 {
            let text = String(decoding: value, as: UTF8.self)
            switch dataset {
            case Self.dateCreated where date == nil: date = (text, offset)
            case Self.timeCreated where time == nil: time = text
            default: break
            }
        }
    }

    /// Text in UTF-8, or in ISO 8859-1 where it is none; nil when it is blank or too long for what is left.
    private mutating func take(_ value: ArraySlice<UInt8>) -> String? {
        let bytes = (value.prefix { $0 != 0 }).trimmingSpace()
        guard !bytes.isEmpty, bytes.count <= textLeft else { return nil }
        textLeft -= bytes.count
        return String(validating: bytes, as: UTF8.self) ?? String(latin1: bytes)
    }

    /// Adds the findings.
    func interpret(into extraction: inout Extraction) {
        interpretDate(into: &extraction)
        for (field, found) in texts.sorted(by: { $0.value.offset < $1.value.offset }) {
            extraction.find(field, .string(found.text), source: "iptc", offset: found.offset, confidence: 0.75)
        }
        guard let first = words.first else { return }
        extraction.find(
            .imageKeywords, .array(words.map { .string($0.text) }), source: "iptc", offset: first.offset,
            confidence: 0.75)
    }

    /// Adds a finding for a date of creation, which tells when the picture was taken (MWG 2.0, section 5.5).
    private func interpretDate(into extraction: inout Extraction) {
        guard let date, let moment = CaptureMoment(parsing: Self.moment(date.text, time)) else { return }
        let confidence = moment.local.utf8.count > 10 ? 0.82 : 0.75
        extraction.find(
            .imageCaptureTime, .string(moment.text), source: "iptc", offset: date.offset, confidence: confidence)
        guard let offset = moment.offset else { return }
        extraction.find(
            .imageCaptureOffset, .string(offset), source: "iptc", offset: date.offset, confidence: confidence)
    }

    /// `CCYYMMDD` and `HHMMSS+HHMM` with marks between the parts; some programs put the marks there themselves.
    private static func moment(_ date: String, _ time: String?) -> String {
        let day = parts(date, [4, 2, 2], separator: ":")
        guard let time, time.utf8.count >= 6 else { return day }
        let zone = time.lastIndex { $0 == "+" || $0 == "-" } ?? time.endIndex
        return "\(day) \(parts(String(time[..<zone]), [2, 2, 2], separator: ":"))\(time[zone...])"
    }

    private static func parts(_ text: String, _ widths: [Int], separator: String) -> String {
        guard !text.contains(":"), !text.contains("-") else { return text }
        var rest = text[...]
        var parts: [Substring] = []
        for width in widths {
            parts.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return parts.joined(separator: separator)
    }
}
