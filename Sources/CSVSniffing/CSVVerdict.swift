/// What a whole delimited text turned out to be.
///
/// Counts are of records in the sense of RFC 4180: a quoted field may hold line breaks. Lines without a single
/// byte are not records, records whose fields are all empty are.
public struct CSVVerdict: Sendable, Hashable {
    /// Whether the bytes are a text that can be read as a table at all; false for binary data.
    ///
    /// Nothing, or nothing but line ends, is a table without columns.
    public var isTable: Bool = false

    /// The IANA name of the character encoding: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.
    public var encoding: String = "utf-8"

    /// Whether the text begins with a byte order mark.
    public var bom: Bool = false

    /// How records and fields are told apart.
    public var dialect = CSVDialect(delimiter: "", quote: "", doubleQuote: false, lineTerminator: "\n")

    /// The number of records that name the columns.
    public var headerRowCount: Int = 0

    /// The number of data records: without header, skipped, comment and footer records.
    public var rowCount: Int = 0

    /// Whether records end in a delimiter behind which there is nothing.
    public var hasTrailingDelimiters: Bool = false

    /// How many of the data records have only empty fields.
    public var emptyRowCount: Int = 0

    /// The number of lines without a single byte.
    public var blankLineCount: Int = 0

    /// The number of comment records.
    public var commentRowCount: Int = 0

    /// The number of records behind the data that remark on them; they are no data records.
    public var footerRowCount: Int = 0

    /// The number of columns.
    public var columnCount: Int = 0

    /// The number of data records that do not have as many fields as the records of the sample, which is
    /// ``columnCount`` unless each ends in a delimiter or the header has another width.
    public var raggedRowCount: Int = 0

    /// How many data records have each number of fields; the 64 smallest numbers are kept.
    public var fieldCountHistogram: [Int: Int] = [:]

    /// How sure the dialect is, 0...1.
    public var confidence: Double = 0

    /// The dialect that came second, if there was one; its delimiter is empty if it has a single column.
    public var runnerUp: CSVDialect?

    /// The columns in their order; at most as many as the configuration allows.
    public var columns: [CSVColumn] = []

    /// How many records end in LF, CR LF and CR.
    public var lineTerminatorCounts = CSVLineTerminatorCounts()

    /// The first data record, counted from 1, that changed what the sample had suggested: the type of a column, or that
    /// every record has as many fields as there are columns.
    public var firstContradictedAtRow: Int?

    /// The offset of the first byte that is not UTF-8; `nil` when all are, or in UTF-16.
    public var firstInvalidByteOffset: Int?

    /// The number of bytes of value zero, U+0000 in UTF-16.
    public var nulByteCount: Int = 0

    /// The offset of a quote that opened a field and never closed.
    public var unterminatedQuoteOffset: Int?

    /// The number of data records under the other reading of a quote that never closes: of one that was believed, if it
    /// is text and the lines behind it are records; of one that was taken for text, if it opens the last field.
    public var alternativeRowCount: Int?

    /// What a strict reader would stumble over.
    public var issues: [CSVIssue] = []

    /// The number of bytes that were given to the sniffer.
    public var byteCount: Int = 0

    /// Whether the table has a header.
    public var hasHeader: Bool { headerRowCount > 0 }

    init() {}
}

/// How often each kind of line end closes a record.
public struct CSVLineTerminatorCounts: Sendable, Hashable {
    /// Records that end in a line feed alone.
    public var lf: Int = 0
    /// Records that end in carriage return and line feed.
    public var crlf: Int = 0
    /// Records that end in a carriage return alone.
    public var cr: Int = 0

    init() {}

    /// The commonest kind, or `"mixed"` when no kind ends 99 of 100 records.
    var summary: String {
        let total = lf + crlf + cr
        if lf * 100 >= total * 99 { return "\n" }
        if crlf * 100 >= total * 99 { return "\r\n" }
        if cr * 100 >= total * 99 { return "\r" }
        return "mixed"
    }
}
