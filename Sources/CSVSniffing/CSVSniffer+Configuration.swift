extension CSVSniffer {
    /// What a caller knows beforehand, and how much may be spent.
    ///
    /// ```swift
    /// var configuration = CSVSniffer.Configuration()
    /// configuration.delimiter = UInt8(ascii: ";")
    /// ```
    public struct Configuration: Sendable, Hashable {
        /// The delimiter, if it is known; `nil` to find out.
        public var delimiter: UInt8?

        /// The quote, if it is known; `nil` to find out.
        public var quote: UInt8?

        /// The escape character, if it is known; `nil` to find out.
        public var escape: UInt8?

        /// The number of records before the header, if it is known; `nil` to find out.
        public var skipRows: Int?

        /// The number of header records, if it is known; `nil` to find out.
        public var headerRowCount: Int?

        /// The number of bytes on which the dialect is chosen, 64 KiB by default.
        ///
        /// Where so many bytes hold less than eight lines, more are taken, up to 1 MiB.
        public var sampleByteCount: Int = 1 << 16

        /// The largest number of columns that are described; further ones are only counted.
        public var maximumColumnCount: Int = 20_000

        /// Creates a configuration with the documented defaults.
        public init() {}
    }
}
