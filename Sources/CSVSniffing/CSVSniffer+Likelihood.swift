extension CSVSniffer {
    /// How much the first bytes of a text look like a delimited table, 0...1.
    ///
    /// It is meant for files whose name says nothing, so it is careful: prose, source code, logs, JSON, Markdown and
    /// INI files score low, and so do tables of a single column, which cannot be told from lists of lines.
    ///
    /// - Parameter head: the beginning of a file; no more than 16 KiB of it are looked at.
    /// - Returns: 0 for what is no table, values above 0.5 for what is one.
    public static func likelihood(ofTableIn head: Span<UInt8>) -> Double {
        let limit = 1 << 14
        return TableLikelihood(head.extracting(0..<Swift.min(head.count, limit)), isFinal: head.count <= limit).value
    }
}
