/// The bytes that a scanner looks for; the working form of a ``CSVDialect``.
struct Grammar: Sendable, Hashable {
    /// A value that no byte equals.
    static let absent: UInt16 = 0x100

    var delimiter: UInt16
    /// The second byte of a delimiter of two bytes.
    var delimiterTail: UInt16 = Grammar.absent
    var quote: UInt16
    var escape: UInt16 = Grammar.absent
    /// Whether a run of delimiters counts as one, and delimiters around a record do not count.
    var mergesDelimiters: Bool = false
    /// Whether spaces before an opening quote belong to no field.
    var skipsSpaceBeforeQuote: Bool { delimiter != UInt16(UInt8.space) }

    init(delimiter: UInt8?, quote: UInt8? = .doubleQuote, escape: UInt8? = nil, mergesDelimiters: Bool = false) {
        self.delimiter = delimiter.map { UInt16($0) } ?? Grammar.absent
        self.quote = quote.map { UInt16($0) } ?? Grammar.absent
        self.escape = escape.map { UInt16($0) } ?? Grammar.absent
        self.mergesDelimiters = mergesDelimiters
    }

    /// Makes the two bytes of U+00A7 the delimiter.
    mutating func useSectionSignUTF8() {
        delimiter = 0xC2
        delimiterTail = 0xA7
    }

    var hasDelimiter: Bool { delimiter != Grammar.absent }
    var hasQuote: Bool { quote != Grammar.absent }
    var hasEscape: Bool { escape != Grammar.absent }
    /// Whether the parity of quotes is enough to divide a text whose quotes are regular.
    var isIndexable: Bool { !hasEscape && !mergesDelimiters && delimiterTail == Grammar.absent }
    var delimiterLength: Int { delimiterTail == Grammar.absent ? 1 : 2 }
}
