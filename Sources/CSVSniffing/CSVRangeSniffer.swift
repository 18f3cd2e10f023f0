/// Reads a later range of a text while another sniffer reads the beginning, so that several can share one file.
///
/// ```swift
/// var head = CSVSniffer()
/// head.update(beginning.span)
/// var range = head.rangeSniffer(from: beginning.count)
/// range?.update(rest.span)
/// if let range, head.append(range) { print(head.finalize().rowCount) }
/// ```
///
/// Whether a range begins inside quotes is not known before the ranges are put together, so it is read both ways until
/// both ways agree. The verdict is the same as if the whole text had been read in one go.
public struct CSVRangeSniffer: Sendable {
    /// Where the range begins in the file.
    public let offset: Int

    private(set) var decoder: TextDecoder
    private(set) var stream: RangeStream
    /// The bytes at the beginning that belong to a character of the range before.
    private(set) var continuation: [UInt8] = []
    private var isInContinuation = true

    init(following decoder: TextDecoder, _ stream: TableStream, from offset: Int) {
        self.offset = offset
        self.decoder = decoder.following()
        self.stream = RangeStream(following: stream)
    }

    /// The number of bytes that were given.
    public var byteCount: Int { continuation.count + decoder.byteCount }

    /// Takes the next bytes of the range.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        guard isInContinuation else { return decoder.push(bytes, into: &stream) }
        let taken = bytes.extracting(first: 4 - continuation.count)
        continuation.append(copying: taken)
        if let length = decoder.continuationLength(of: continuation.span, at: offset) {
            isInContinuation = false
            let held = continuation
            continuation.removeLast(held.count - length)
            decoder.push(held.span.extracting(length...), into: &stream)
        }
        if taken.count < bytes.count { update(bytes.extracting(taken.count...)) }
    }
}

extension CSVSniffer {
    /// A sniffer for a later range of the same text.
    ///
    /// - Parameter offset: Where the range begins in the file.
    /// - Returns: `nil` until so much of the beginning was given to this sniffer that the dialect is known: 16 to
    ///   64 KiB in most cases, 1 MiB in all.
    public func rangeSniffer(from offset: Int) -> CSVRangeSniffer? {
        guard decoder.isDecided, !stream.isSampling else { return nil }
        return CSVRangeSniffer(following: decoder, stream, from: offset)
    }

    /// Takes what was learned of the range behind the bytes so far.
    ///
    /// - Parameter range: A range that begins where the bytes so far end; it was made by a sniffer of the same text.
    /// - Returns: False, and this sniffer is as it was before, if the range begins elsewhere, or if its quotes are so
    ///   damaged that it was not understood by itself. Then give its bytes to ``update(_:)``.
    public mutating func append(_ range: CSVRangeSniffer) -> Bool {
        guard range.offset == decoder.byteCount, !stream.isSampling else { return false }
        var joined = self
        joined.decoder.push(range.continuation.span, into: &joined.stream)
        joined.decoder.append(range.decoder, into: &joined.stream)
        guard joined.appendText(range.stream) else { return false }
        self = joined
        return true
    }

    private mutating func appendText(_ range: RangeStream) -> Bool {
        guard stream.pipeline.isReading else { return true }
        if range.isLeadOnly {
            stream.append(range.lead.span)
            return true
        }
        for hypothesis in range.hypotheses {
            var joined = stream
            guard joined.append(hypothesis.stream, behind: range.lead.span.extracting(0...hypothesis.start)) else {
                continue
            }
            stream = joined
            return true
        }
        return false
    }
}
