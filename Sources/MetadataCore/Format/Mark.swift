/// What tells a format where a fixed offset cannot.
enum Mark: String, CaseIterable, Sendable {
    /// A brand of the ISO base media file format (ISO/IEC 14496-12, 4.3).
    case brand
    /// A member of a ZIP archive: a path, a first folder with its slash, or `*.` and an extension.
    case member
    /// A stream or storage of a compound file, `_` for characters that are not ASCII.
    case stream
    /// The local name of an XML document's root element.
    case root
    /// The program after `#!`.
    case interpreter
    /// The document type of an EBML file (RFC 8794, 11.2.10).
    case doctype

    /// Reads `mark: value value`; empty when that is no mark.
    static func parse(_ notation: String) -> [(Mark, String)] {
        let halves = notation.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, let mark = Mark(rawValue: String(halves[0])) else { return [] }
        return halves[1].split(separator: " ").map { (mark, String($0)) }
    }
}
