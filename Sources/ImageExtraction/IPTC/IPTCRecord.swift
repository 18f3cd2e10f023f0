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

    /// Makes an empty record.
    ///
    /// - Parameter elementCount: The most datasets that are looked at.
    init(elementCount: Int) {
        self.elementCount = elementCount
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
        guard value.count <= 32 else { return }
        let text = String(decoding: value, as: UTF8.self)
        switch dataset {
        case Self.dateCreated where date == nil: date = (text, offset)
        case Self.timeCreated where time == nil: time = text
        default: break
        }
    }

    /// Adds a finding for a date of creation, which tells when the picture was taken (MWG 2.0, section 5.5).
    func interpret(into extraction: inout Extraction) {
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
