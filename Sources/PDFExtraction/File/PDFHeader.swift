internal import MetadataCore

/// The header of a file (ISO 32000-2, 7.5.2).
struct PDFHeader {
    /// Where `%PDF-` stands; offsets in the file may count from here.
    let offset: Int
    /// The version that it names.
    let version: PDFVersion?

    private static let searchByteCount = 1_024

    /// Looks for the header in the first kilobyte; nil where none stands.
    init?(_ file: PDFBytes) throws(ExtractionError) {
        let head = try file.read(0..<Self.searchByteCount)
        let mark = Array("%PDF-".utf8)
        guard let start = head.indices.first(where: { head[$0...].starts(with: mark) }) else { return nil }
        offset = start - head.startIndex
        version = PDFVersion(String(decoding: head[start...].dropFirst(mark.count).prefix(8), as: UTF8.self))
    }
}

/// A version of the specification, `1.7`.
struct PDFVersion: Hashable, Comparable, CustomStringConvertible {
    let major: Int
    let minor: Int

    /// Reads `1.7` at the start of a text.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let major = Int(parts[0]), (0...99).contains(major) else { return nil }
        guard let minor = Int(parts[1].prefix { $0.isASCII && $0.isNumber }) else { return nil }
        self.major = major
        self.minor = minor
    }

    var description: String { "\(major).\(minor)" }

    static func < (lhs: Self, rhs: Self) -> Bool { (lhs.major, lhs.minor) < (rhs.major, rhs.minor) }
}
