internal import MetadataCore

/// Where an object stands.
enum ObjectPlace: Hashable {
    case free
    /// At an offset in the file.
    case offset(Int, generation: Int)
    /// The object at an index of an object stream.
    case compressed(stream: Int, index: Int)
}

/// One cross-reference section: a table (ISO 32000-2, 7.5.4) or a stream (7.5.8). Its rows are read when asked for.
struct CrossReferenceSection {
    let trailer: PDFDictionary
    private let subsections: [Subsection]
    private let rows: Rows

    struct Subsection: Hashable {
        /// The number of its first object.
        let start: Int
        let count: Int
        /// Where its first row stands: in the file for a table, in the decoded data for a stream.
        let offset: Int
        /// Bytes of a row.
        let rowByteCount: Int
    }

    enum Rows {
        case table
        case stream(data: ArraySlice<UInt8>, widths: EntryWidths)
    }

    /// - Throws: `corrupt` when subsections overlap.
    init(trailer: PDFDictionary, subsections: [Subsection], rows: Rows) throws(ExtractionError) {
        self.trailer = trailer
        self.rows = rows
        let sorted = subsections.sorted { $0.start < $1.start }
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.start + first.count > second.start {
            throw .corrupt("subsections of cross-references overlap", at: nil)
        }
        self.subsections = sorted
    }

    /// The number of objects that it has rows for.
    var rowCount: Int { subsections.reduce(0) { $0 + $1.count } }

    var isStream: Bool {
        if case .stream = rows { true } else { false }
    }

    /// Where an object stands; nil when the section does not say.
    ///
    /// - Throws: `corrupt` when its row is none.
    func place(of number: Int, in file: PDFBytes) throws(ExtractionError) -> ObjectPlace? {
        guard let subsection = subsection(of: number) else { return nil }
        let index = number - subsection.start
        switch rows {
        case .table:
            return try TableRow.read(at: subsection.offset + index * subsection.rowByteCount, in: file)
        case .stream(let data, let widths):
            return widths.place(in: data, at: subsection.offset + index * subsection.rowByteCount)
        }
    }

    private func subsection(of number: Int) -> Subsection? {
        var low = 0
        var high = subsections.count
        while low < high {
            let middle = (low + high) / 2
            if subsections[middle].start <= number { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let found = subsections[low - 1]
        return number - found.start < found.count ? found : nil
    }
}

/// A row of a table: `nnnnnnnnnn ggggg n` and two characters that end it. Some writers end it with one or three, all
/// rows of a table alike.
enum TableRow {
    /// What stands before the end of the row.
    private static let contentByteCount = 18

    /// The length of the row at an offset, its end included.
    static func byteCount(at offset: Int, in file: PDFBytes) throws(ExtractionError) -> Int {
        let end = try file.read(offset..<(offset + contentByteCount + 3)).dropFirst(contentByteCount)
        return contentByteCount + max(1, end.prefix(while: PDFCharacter.isSpace).count)
    }

    static func read(at offset: Int, in file: PDFBytes) throws(ExtractionError) -> ObjectPlace {
        let row = try file.readOn(from: offset, atLeast: contentByteCount + 1).prefix(contentByteCount + 1)
        var reader = ByteReader(row.span, at: offset)
        let place = try number(10, &reader)
        guard try reader.read(UInt8.self) == 32 else { throw .corrupt("no row of a table", at: offset) }
        let generation = try number(5, &reader)
        guard try reader.read(UInt8.self) == 32 else { throw .corrupt("no row of a table", at: offset) }
        let kind = try reader.read(UInt8.self)
        guard PDFCharacter.isSpace(try reader.read(UInt8.self)) else { throw .corrupt("no row of a table", at: offset) }
        switch kind {
        case UInt8(ascii: "n"): return .offset(place, generation: generation)
        case UInt8(ascii: "f"): return .free
        default: throw .corrupt("no row of a table", at: offset)
        }
    }

    private static func number(_ count: Int, _ reader: inout ByteReader) throws(ExtractionError) -> Int {
        var value = 0
        for _ in 0..<count {
            let byte = try reader.read(UInt8.self)
            guard PDFCharacter.isDigit(byte) else { throw .corrupt("no row of a table", at: reader.offset - 1) }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }
}

/// The widths of the three parts of a row in a cross-reference stream (ISO 32000-2, table 17, `W`).
struct EntryWidths: Hashable {
    let type: Int
    let second: Int
    let third: Int

    init?(_ object: PDFObject?) {
        guard let widths = object?.array?.map({ $0.integer ?? -1 }), widths.count == 3 else { return nil }
        guard widths.allSatisfy((0...8).contains), widths[1] > 0 else { return nil }
        (type, second, third) = (widths[0], widths[1], widths[2])
    }

    /// Bytes of a row.
    var total: Int { type + second + third }

    /// ISO 32000-2, table 18. Unknown types mean null; so does a row that is not there.
    func place(in data: ArraySlice<UInt8>, at position: Int) -> ObjectPlace? {
        let row = data.dropFirst(position).prefix(total)
        guard row.count == total else { return nil }
        let kind = type == 0 ? 1 : Self.number(row.prefix(type))
        let first = Self.number(row.dropFirst(type).prefix(second))
        let last = Self.number(row.suffix(third))
        switch kind {
        case 1: return .offset(first, generation: last)
        case 2: return .compressed(stream: first, index: last)
        default: return .free
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: value)
    }
}
