/// Something in a text that a strict reader would stumble over.
public struct CSVIssue: Sendable, Hashable {
    /// What kind of trouble an issue is about.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Name: String {
            case invalidUTF8, nulBytes, unterminatedQuote, strayQuote, raggedRows, contradictedSample
            case tooManyColumns, longRecord, truncatedCodeUnit, binary, empty
        }

        private let name: Name

        /// Bytes that are not UTF-8; the text was read as windows-1252.
        public static let invalidUTF8 = Code(name: .invalidUTF8)
        /// Bytes of value zero inside the text.
        public static let nulBytes = Code(name: .nulBytes)
        /// A quote that opens a field and never closes.
        public static let unterminatedQuote = Code(name: .unterminatedQuote)
        /// A quote inside a field where the dialect does not allow one.
        public static let strayQuote = Code(name: .strayQuote)
        /// Records with another number of fields than the table has columns.
        public static let raggedRows = Code(name: .raggedRows)
        /// A later record denied what the beginning of the text suggested.
        public static let contradictedSample = Code(name: .contradictedSample)
        /// More columns than the sniffer describes.
        public static let tooManyColumns = Code(name: .tooManyColumns)
        /// A record longer than the sniffer holds in memory.
        public static let longRecord = Code(name: .longRecord)
        /// UTF-16 that ends in the middle of a character.
        public static let truncatedCodeUnit = Code(name: .truncatedCodeUnit)
        /// The bytes are not text.
        public static let binary = Code(name: .binary)
        /// There are no bytes besides white space.
        public static let empty = Code(name: .empty)

        /// The stable name of the code.
        public var description: String { name.rawValue }
    }

    /// The kind of trouble.
    public var code: Code

    /// The byte offset in the file where it was first seen, where that is known.
    public var offset: Int?

    /// A sentence for people.
    public var detail: String

    /// Creates an issue.
    public init(code: Code, offset: Int? = nil, detail: String) {
        self.code = code
        self.offset = offset
        self.detail = detail
    }
}
