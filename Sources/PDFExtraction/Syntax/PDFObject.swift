/// An object of a PDF file (ISO 32000-2, 7.3), without the bytes of streams.
enum PDFObject: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case name(String)
    /// The bytes of a literal or hexadecimal string, escapes replaced.
    case string([UInt8])
    case array([PDFObject])
    case dictionary(PDFDictionary)
    case reference(PDFReference)
}

/// The name of an indirect object (ISO 32000-2, 7.3.10).
struct PDFReference: Hashable, Sendable {
    /// From 1 up.
    let number: Int
    /// 0 for all but objects whose number was used before.
    let generation: Int
}

/// A dictionary (ISO 32000-2, 7.3.7). Of equal keys the first counts.
struct PDFDictionary: Hashable, Sendable {
    private var entries: [Entry] = []

    private struct Entry: Hashable, Sendable {
        let key: String
        let value: PDFObject
    }

    /// The number of entries.
    var count: Int { entries.count }

    /// The values in the order of the file.
    var values: some Sequence<PDFObject> { entries.lazy.map(\.value) }

    /// The entries in the order of the file.
    var pairs: some Sequence<(String, PDFObject)> { entries.lazy.map { ($0.key, $0.value) } }

    /// Adds an entry.
    mutating func append(_ key: String, _ value: PDFObject) {
        entries.append(Entry(key: key, value: value))
    }

    /// The value of a key; nil when it is absent.
    subscript(key: String) -> PDFObject? {
        // Lengths first: that two short texts differ is seen without a call.
        let count = key.utf8.count
        for entry in entries where entry.key.utf8.count == count && entry.key == key { return entry.value }
        return nil
    }
}

extension PDFObject {
    var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    var name: String? {
        guard case .name(let value) = self else { return nil }
        return value
    }

    var string: [UInt8]? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    var array: [PDFObject]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    var dictionary: PDFDictionary? {
        guard case .dictionary(let value) = self else { return nil }
        return value
    }

    var reference: PDFReference? {
        guard case .reference(let value) = self else { return nil }
        return value
    }
}
