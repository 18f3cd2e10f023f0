/// Reads a later part of a text, of which it is not known whether it begins inside quotes.
///
/// Both are assumed. Each assumption says where a record begins a little later; from there on the text is read, once if
/// both agree.
struct RangeStream: TextSink, Sendable {
    /// What follows from one assumption.
    struct Hypothesis: Sendable {
        /// Where the first record begins that is read.
        var start: Int
        var stream: TableStream
    }

    private let base: TableStream
    /// The bytes up to the first ones of both hypotheses, or all of them while there are none.
    private(set) var lead: [UInt8] = []
    private(set) var hypotheses: [Hypothesis] = []
    private var isSearching = true
    private var target = RangeStream.margin * 4

    /// How many bytes are given to an assumption to fall into step with the text.
    private static let margin = 1 << 12

    init(following base: TableStream) {
        self.base = base
    }

    /// Whether the lead is all there is.
    var isLeadOnly: Bool { isSearching }

    mutating func append(_ bytes: Span<UInt8>) {
        for index in hypotheses.indices { hypotheses[index].stream.append(bytes) }
        guard isSearching else { return }
        lead.append(copying: bytes)
        while isSearching, lead.count >= target { search() }
    }

    private mutating func search() {
        let isLast = target >= TableStream.longestRecord
        let limit = Swift.min(target, TableStream.longestRecord)
        target = Swift.min(target * 2, TableStream.longestRecord)
        let starts = [false, true].map { recordStart(isInsideQuotes: $0, limit: limit) }
        guard isLast || !starts.contains(nil) else { return }
        isSearching = false
        for start in starts.compactMap(\.self) where !hypotheses.contains(where: { $0.start == start }) {
            var stream = TableStream(following: base)
            stream.append(lead.span.extracting(start...))
            hypotheses.append(Hypothesis(start: start, stream: stream))
        }
        let end = hypotheses.map(\.start).max() ?? -1
        lead.removeLast(lead.count - end - 1)
    }

    /// Where a record begins behind the margin; `nil` if it does not within the limit.
    private func recordStart(isInsideQuotes: Bool, limit: Int) -> Int? {
        let bytes = lead.span.extracting(0..<limit)
        var reader = base.pipeline.reader
        reader.beginStretch()
        var fields: [FieldSpan] = []
        var scan = reader.readRest(bytes, isInsideQuotes: isInsideQuotes, into: &fields)
        while scan.isComplete, scan.next < RangeStream.margin {
            scan = reader.read(bytes, from: scan.next, isFinal: false, into: &fields)
        }
        return scan.isComplete && scan.next < bytes.count ? scan.next : nil
    }
}
