internal import MetadataCore

/// The end of a file: where it says that the cross-references stand (ISO 32000-2, 7.5.5).
struct FileEnd {
    /// The offset behind the last `startxref`.
    let offset: Int
    /// Where that word stands.
    let mark: Int
    /// Where the word `xref` stands before it, the last time.
    let lastTable: Int?

    private static let byteCount = 4_096

    /// - Throws: `corrupt` where no `startxref` stands in the last bytes, or no number behind it.
    init(_ file: PDFBytes) throws(ExtractionError) {
        let from = max(0, file.byteCount - Self.byteCount)
        let tail = Array(try file.read(from..<file.byteCount))
        guard let position = Self.last("startxref", in: tail, before: tail.count) else {
            throw .corrupt("no startxref", at: nil)
        }
        mark = from + position
        let table = Self.last("xref", in: tail, before: position)
        lastTable = table.flatMap { $0 > 0 && PDFCharacter.isRegular(tail[$0 - 1]) ? nil : from + $0 }
        // The space ends a number that the file ends with.
        let rest = Array(tail[(position + "startxref".utf8.count)...]) + [32]
        var scanner = PDFScanner(rest.span, at: mark + "startxref".utf8.count)
        scanner.passSpace()
        guard let offset = try scanner.unsigned() else { throw .corrupt("no number behind startxref", at: mark) }
        self.offset = offset
    }

    private static func last(_ word: String, in bytes: [UInt8], before end: Int) -> Int? {
        let word = Array(word.utf8)
        var position = end - word.count
        while position >= 0 {
            if bytes[position] == word[0], bytes[position...].starts(with: word) { return position }
            position -= 1
        }
        return nil
    }
}
