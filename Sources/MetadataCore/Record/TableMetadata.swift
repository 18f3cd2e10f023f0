/// What was learned of delimited text (RFC 4180 and its dialects).
public struct TableMetadata: Codable, Hashable, Sendable {
    /// The character encoding, an IANA name in lower case.
    public var encoding: String?
    /// Whether a byte order mark stands at the start.
    public var bom: Bool?
    /// How records and fields are told apart.
    public var dialect: Dialect?
    /// The delimiter and the quote of the dialect that came second.
    public var runnerUp: Dialect?
    /// How many records have each end, where they are mixed.
    public var lineEnds: LineEnds?
    /// Whether the first records name the columns.
    public var header: Bool?
    /// How many records name the columns.
    public var headerRows: Int?
    /// How many records behind the data remark on them.
    public var footerRows: Int?
    /// The number of data records: header, skipped, comment and footer rows are not among them.
    public var rowCount: Int?
    /// How many of them have only empty fields.
    public var emptyRows: Int?
    /// The number of columns.
    public var columnCount: Int?
    /// How many data records have another number of fields.
    public var raggedRows: Int?
    /// Where rows are ragged, how many have each number of fields.
    public var fieldCounts: [FieldCount]?
    /// The first data record, counted from 1, that denied what the beginning of the file had suggested.
    public var firstContradictedAtRow: Int?
    /// How sure the dialect is, 0...1.
    public var confidence: Double?
    /// The columns in their order, by Frictionless Table Schema's types.
    public var columns: [Column]?

    /// Nothing known.
    public init() {}
}

extension TableMetadata {
    /// How records and fields are told apart (Frictionless CSV Dialect's meanings).
    public struct Dialect: Codable, Hashable, Sendable {
        /// The text between fields; empty in a file of one column.
        public var delimiter: String?
        /// The text around quoted fields; empty where none is used.
        public var quote: String?
        /// What makes a quote inside a quoted field literal; equal to ``quote`` where it is doubled.
        public var escape: String?
        /// `\n`, `\r\n`, `\r`, or `mixed`.
        public var lineTerminator: String?
        /// The text that begins a comment row.
        public var comment: String?
        /// How many rows stand before the header or the first record.
        public var skipRows: Int?

        /// Nothing known.
        public init() {}
    }

    /// How many records have each kind of end.
    public struct LineEnds: Codable, Hashable, Sendable {
        /// Line feeds alone.
        public var lf: Int
        /// Carriage return and line feed.
        public var crlf: Int
        /// Carriage returns alone.
        public var cr: Int

        /// Creates counts.
        public init(lf: Int, crlf: Int, cr: Int) {
            self.lf = lf
            self.crlf = crlf
            self.cr = cr
        }
    }

    /// How many records have a number of fields.
    public struct FieldCount: Codable, Hashable, Sendable {
        /// The number of fields.
        public var fields: Int
        /// The number of records.
        public var rows: Int

        /// Creates a count.
        public init(fields: Int, rows: Int) {
            self.fields = fields
            self.rows = rows
        }
    }

    /// One column.
    public struct Column: Codable, Hashable, Sendable {
        /// The name in the header.
        public var name: String?
        /// The type that all values have: `string`, `integer`, `number`, `boolean`, `date`, `time`, `datetime`, ...
        public var type: String?
        /// How the type is written: `%d.%m.%Y`.
        public var format: String?
        /// Present where day and month of the dates can be exchanged in every row.
        public var ambiguous: Bool?
        /// Whether any value is empty.
        public var nullable: Bool?
        /// The length of the longest value in bytes.
        public var width: Int?

        /// Nothing known.
        public init() {}
    }
}
