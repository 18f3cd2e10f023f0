import CSVSniffing

/// The verdict on bytes that are given in pieces of one size.
func sniff(
    _ bytes: [UInt8],
    chunk: Int = .max,
    configuration: CSVSniffer.Configuration = .init()
) -> CSVVerdict {
    var sniffer = CSVSniffer(configuration: configuration)
    var start = 0
    while start < bytes.count {
        let end = start + min(chunk, bytes.count - start)
        sniffer.update(bytes.span.extracting(start..<end))
        start = end
    }
    return sniffer.finalize()
}

func sniff(_ text: String, configuration: CSVSniffer.Configuration = .init()) -> CSVVerdict {
    sniff(Array(text.utf8), configuration: configuration)
}
