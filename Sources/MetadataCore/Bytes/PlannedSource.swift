/// A source in front of another one that is far away: it asks for few ranges, as a ``RangePlan`` says, and keeps what came.
///
/// ```swift
/// let source = PlannedSource(objectInStore)
/// let record = try await engine.record(of: source)
/// print(source.counts)        // ReadCounts(bytes: 65536, requests: 1)
/// ```
///
/// At most 2 MiB are kept, so a reader that wants everything gets it without filling the memory.
public final class PlannedSource: ByteSource {
    private struct Part {
        let start: Int
        let bytes: ArraySlice<UInt8>

        var end: Int { start + bytes.count }

        func covers(_ range: Range<Int>) -> Bool {
            start <= range.lowerBound && range.upperBound <= end
        }

        func bytes(of range: Range<Int>, upTo count: Int) -> ArraySlice<UInt8> {
            bytes.dropFirst(range.lowerBound - start).prefix(max(range.count, count))
        }
    }

    private struct State {
        var plan: RangePlan
        var parts: [Part] = []
    }

    private let base: any ByteSource
    private let state: Guarded<State>

    /// The length of the other source, in bytes.
    public let byteCount: Int

    private static let keptByteCount = 2 << 20

    /// Makes a source of which nothing was fetched yet.
    ///
    /// - Parameter base: The source that is asked.
    public init(_ base: any ByteSource) {
        self.base = base
        byteCount = base.byteCount
        state = Guarded(State(plan: RangePlan(byteCount: base.byteCount)))
    }

    /// What was asked for so far.
    public var counts: ReadCounts {
        state.withLock { ReadCounts(bytes: $0.plan.requestedByteCount, requests: $0.plan.requestCount) }
    }

    /// Reads a range, from what was fetched or by one more request.
    ///
    /// - Parameter range: Offsets in bytes from the start.
    /// - Returns: The bytes, cut at the end of the source.
    /// - Throws: ``ExtractionError`` when the other source cannot be read.
    public func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        try read(range, upTo: range.count)
    }

    /// Reads a range, and what was fetched already of the bytes behind it.
    ///
    /// - Parameters:
    ///   - range: What the reader cannot do without.
    ///   - count: How many bytes it has use for.
    /// - Returns: The bytes, cut at the end of the source.
    /// - Throws: ``ExtractionError`` when the other source cannot be read.
    public func read(_ range: Range<Int>, upTo count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        guard !range.isEmpty else { return [] }
        return try state.withLock { state throws(ExtractionError) in
            if let part = state.parts.last(where: { $0.covers(range) }) { return part.bytes(of: range, upTo: count) }
            let part = try fetch(range, &state)
            return part.bytes(of: range, upTo: count)
        }
    }

    /// Fetches what is missing of a range, and joins it with the part that holds its beginning.
    ///
    /// - Returns: A part that begins at or before the range.
    private func fetch(_ range: Range<Int>, _ state: inout State) throws(ExtractionError) -> Part {
        let index = state.parts.lastIndex { ($0.start...$0.end).contains(range.lowerBound) }
        let missing = (index.map { state.parts[$0].end } ?? range.lowerBound)..<range.upperBound
        let request = state.plan.next(for: missing)
        var part = Part(start: request.lowerBound, bytes: try base.read(request))
        if let index, request.lowerBound >= state.parts[index].start {
            let before = state.parts.remove(at: index)
            let joined = before.bytes.prefix(request.lowerBound - before.start)
            let kept = joined.suffix(
                max(request.lowerBound - range.lowerBound, Self.keptByteCount - part.bytes.count, 0))
            part = Part(start: request.lowerBound - kept.count, bytes: kept + part.bytes)
        }
        state.parts.append(part)
        while state.parts.count > 1, state.parts.reduce(0, { $0 + $1.bytes.count }) > Self.keptByteCount {
            state.parts.removeFirst()
        }
        return part
    }
}
