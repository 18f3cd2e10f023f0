/// How the bytes of a delimited text are divided into records and fields.
///
/// The members carry the names of the CSV Dialect specification of the Frictionless project. A member that has
/// no value in a file is an empty string, so that a dialect can be written out without special cases.
///
/// ```swift
/// let dialect = CSVDialect(delimiter: ";", quote: "\"")
/// ```
public struct CSVDialect: Sendable, Hashable {
    /// The text between two fields of a record.
    ///
    /// A text with a single column shows no delimiter; then it is the comma that RFC 4180 would use.
    /// It is empty only where there is no text at all.
    public var delimiter: String

    /// The character around a quoted field; empty when no field is quoted.
    public var quote: String

    /// The character that takes away the meaning of the one after it; empty when there is none.
    ///
    /// A quote that is doubled inside a quoted field is described by ``doubleQuote``.
    public var escape: String

    /// Whether two quotes inside a quoted field stand for one (RFC 4180, section 2, rule 7).
    public var doubleQuote: Bool

    /// The end of a record: `"\n"`, `"\r\n"`, `"\r"`, or `"mixed"` when no kind ends 99 of 100 records.
    public var lineTerminator: String

    /// The prefix of a record that holds a comment; `nil` when there is none.
    public var comment: String?

    /// Whether a run of delimiters counts as one, as in columns aligned by spaces.
    public var mergesDelimiters: Bool

    /// Whether every delimiter is followed by a space that belongs to no field.
    public var skipInitialSpace: Bool

    /// The number of records before the header, or before the data where there is no header.
    public var skipRows: Int

    /// Creates a dialect; the defaults are those of RFC 4180.
    public init(
        delimiter: String = ",",
        quote: String = "\"",
        escape: String = "",
        doubleQuote: Bool = true,
        lineTerminator: String = "\r\n",
        comment: String? = nil,
        mergesDelimiters: Bool = false,
        skipInitialSpace: Bool = false,
        skipRows: Int = 0
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.doubleQuote = doubleQuote
        self.lineTerminator = lineTerminator
        self.comment = comment
        self.mergesDelimiters = mergesDelimiters
        self.skipInitialSpace = skipInitialSpace
        self.skipRows = skipRows
    }
}
