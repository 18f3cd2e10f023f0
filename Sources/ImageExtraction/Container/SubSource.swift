internal import MetadataCore

/// A part of another source, as a source of its own.
struct SubSource: ByteSource {
    private let source: any ByteSource
    private let start: Int
    let byteCount: Int

    /// Makes a source over `range`, cut at the end of `source`.
    init(_ source: any ByteSource, _ range: Range<Int>) {
        let bounds = range.clamped(to: 0..<source.byteCount)
        self.source = source
        start = bounds.lowerBound
        byteCount = bounds.count
    }

    func read(_ range: Range<Int>, upTo count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        let bounds = range.clamped(to: 0..<byteCount)
        let most = min(max(bounds.count, count), byteCount - bounds.lowerBound)
        return try source.read((start + bounds.lowerBound)..<(start + bounds.upperBound), upTo: most).prefix(most)
    }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let bounds = range.clamped(to: 0..<byteCount)
        return try source.read((start + bounds.lowerBound)..<(start + bounds.upperBound))
    }
}
