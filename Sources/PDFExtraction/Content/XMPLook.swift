internal import MetadataCore

/// A bounded look at an XMP packet for the few properties that a document has in it (ISO 16684-1; ISO 19005-1, 6.7.11).
///
/// It searches for the usual prefixes, as an attribute or as an element, rather than parse the packet.
struct XMPLook {
    private let bytes: [UInt8]

    private static let byteLimit = 1 << 20
    private static let valueByteLimit = 16_384

    /// Takes the beginning of a packet; one in UTF-16 is converted.
    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes.prefix(Self.byteLimit))
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        self.bytes = isWide ? Array(PDFText.decode(bytes).utf8) : bytes
    }

    /// What is said of the document.
    var values: [(Field, String)] {
        let values: [(Field, String?)] = [
            (.documentPDFA, archivalLevel), (.documentPDFX, exchangeVersion), (.documentTitle, value(of: "dc:title")),
            (.documentCreated, date("xmp:CreateDate")), (.documentModified, date("xmp:ModifyDate")),
        ]
        return values.compactMap { field, text in text.map { (field, $0) } }
    }

    /// The PDF/A level that the document claims (ISO 19005-1, 6.7.11): `1b`, `4`.
    private var archivalLevel: String? {
        guard let part = value(of: "pdfaid:part"), part.utf8.count == 1, Int(part) != nil else { return nil }
        let conformance = value(of: "pdfaid:conformance")?.lowercased() ?? ""
        return part + (conformance.utf8.count == 1 && conformance.utf8.allSatisfy { 97...122 ~= $0 } ? conformance : "")
    }

    /// The PDF/X version that it claims (ISO 15930-7, 6.9): `PDF/X-4`. Earlier ones used another prefix.
    private var exchangeVersion: String? {
        ["pdfxid:GTS_PDFXVersion", "pdfx:GTS_PDFXConformance", "pdfx:GTS_PDFXVersion"].lazy
            .compactMap { value(of: $0) }.first { $0.hasPrefix("PDF/X") }
    }

    /// A date and time of ISO 8601 in the form of RFC 3339.
    private func date(_ name: String) -> String? {
        guard let text = value(of: name) else { return nil }
        let digits = text.utf8.filter { 48...57 ~= $0 }
        guard let date = PDFDate(String(decoding: digits.prefix(14), as: UTF8.self)), text.utf8.count >= 19 else {
            return nil
        }
        guard text.hasPrefix(date.text) else { return nil }
        let zone = text.dropFirst(date.text.count).drop { $0 == "." || $0.isNumber }
        switch zone.utf8.count {
        case 0: return date.text
        case 6 where zone.hasSuffix("00:00"): return date.text + "Z"
        case 1 where zone == "Z", 6 where zone.hasPrefix("+") || zone.hasPrefix("-"): return date.text + zone
        default: return nil
        }
    }

    /// The value of a property: an attribute, the text of an element, or of the first item in it.
    private func value(of name: String) -> String? {
        guard var position = end(of: name, from: 0) else { return nil }
        position = passSpace(position)
        if byte(position) == UInt8(ascii: "=") {
            position = passSpace(position + 1)
            guard let quote = byte(position), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                return nil
            }
            return text(from: position + 1, to: quote)
        }
        guard byte(position) == UInt8(ascii: ">") else { return nil }
        position = passSpace(position + 1)
        if byte(position) == UInt8(ascii: "<") {
            guard let item = end(of: "<rdf:li", from: position), let close = end(of: ">", from: item) else {
                return nil
            }
            guard let tagEnd = end(of: "</\(name)", from: position), close < tagEnd else { return nil }
            position = close
        }
        return text(from: position, to: UInt8(ascii: "<"))
    }

    private func byte(_ position: Int) -> UInt8? {
        bytes.indices.contains(position) ? bytes[position] : nil
    }

    private func passSpace(_ position: Int) -> Int {
        var position = position
        while let byte = byte(position), PDFCharacter.isSpace(byte) { position += 1 }
        return position
    }

    /// Where the first occurrence of a mark ends.
    private func end(of mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        guard let first = mark.first, start < bytes.count else { return nil }
        var position = start
        while let found = bytes[position...].firstIndex(of: first) {
            if bytes[found...].starts(with: mark) { return found + mark.count }
            position = found + 1
        }
        return nil
    }

    private func text(from start: Int, to end: UInt8) -> String? {
        guard start < bytes.count else { return nil }
        let bounded = bytes[start...].prefix(Self.valueByteLimit)
        guard let close = bounded.firstIndex(of: end) else { return nil }
        var text = String(decoding: bounded[..<close], as: UTF8.self)
        for (reference, character) in Self.references {
            guard text.utf8.contains(UInt8(ascii: "&")) else { break }
            text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    /// `&amp;` last, so that nothing is replaced twice.
    private static let references = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#34;", "\""),
        ("&amp;", "&"),
    ]
}
