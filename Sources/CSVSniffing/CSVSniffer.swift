/// Finds out how a delimited text is written and what its columns hold.
///
/// Give it the bytes of a file in pieces of any size; the verdict is about all of them and does not depend on the
/// pieces. The dialect is chosen on the first bytes, types and counts are taken from every record.
///
/// ```swift
/// var sniffer = CSVSniffer()
/// sniffer.update(bytes.span)
/// let verdict = sniffer.finalize()
/// print(verdict.dialect.delimiter, verdict.rowCount)
/// ```
///
/// Memory does not grow with the text: it stays below 32 MiB, and below 64 MiB where records have more than 20,000
/// fields. Time is linear in the number of bytes.
public struct CSVSniffer: Sendable {
    var decoder: TextDecoder
    var stream: TableStream

    /// Creates a sniffer for one text.
    public init(configuration: Configuration = Configuration()) {
        decoder = TextDecoder(declaredEncoding: configuration.encoding, isValidating: configuration.describesColumns)
        stream = TableStream(configuration: configuration)
    }

    /// Takes the next bytes of the text.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        decoder.push(bytes, into: &stream)
    }

    /// Says what the text was; call it once, after the last byte.
    public mutating func finalize() -> CSVVerdict {
        decoder.finish(into: &stream)
        stream.finish()
        return VerdictBuilder(stream: stream, decoder: decoder).verdict
    }
}
