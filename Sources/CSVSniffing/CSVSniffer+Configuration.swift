extension CSVSniffer {
    /// What a caller knows beforehand, and how much may be spent.
    ///
    /// ```swift
    /// var configuration = CSVSniffer.Configuration()
    /// configuration.delimiter = UInt8(ascii: ";")
    /// ```
    public struct Configuration: Sendable, Hashable {
        /// The delimiter, 0 for none; `nil` to find out.
        public var delimiter: UInt8?

        /// The quote, 0 for none; `nil` to find out.
        public var quote: UInt8?

        /// The escape character, 0 for none; `nil` to find out.
        public var escape: UInt8?

        /// The byte that begins a comment, 0 for none; `nil` to find out.
        public var comment: UInt8?

        /// The encoding: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; `nil` to find out.
        public var encoding: String?

        /// The number of records before the header; `nil` to find out.
        public var skipRows: Int?

        /// The number of header records; `nil` to find out.
        public var headerRowCount: Int?

        /// Whether values are looked at.
        ///
        /// Without it records and their fields are counted only, which is faster. Then there are no columns, bytes that
        /// are not UTF-8 go unnoticed, and zeros are not counted.
        public var describesColumns: Bool = true

        /// The number of bytes on which the dialect is chosen, 16 KiB by default.
        ///
        /// Where so many bytes hold less than fifty lines, or leave doubt, 64 KiB are taken; where these hold less
        /// than eight lines, up to 1 MiB.
        public var sampleByteCount: Int = 1 << 14

        /// The largest number of columns that are described; further ones are only counted.
        public var maximumColumnCount: Int = 20_000

        /// Creates a configuration with the documented defaults.
        public init() {}
    }
}
