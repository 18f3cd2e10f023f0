/// Says which bytes to fetch next from a source where each request costs more than the bytes that it brings.
///
/// A plan is a value that fetches nothing: it is told what a reader wants and answers with the range to ask for. Small
/// wants are widened, so that the next one is mostly there already; wants that follow each other bring ever more.
///
/// ```swift
/// var plan = RangePlan(byteCount: 9_000_000)
/// plan.next(for: 0..<12)                  // 0..<65536: the head
/// plan.next(for: 65_536..<70_000)         // 65536..<262144: what follows
/// plan.next(for: 8_999_000..<8_999_500)   // the end, with what stands before it
/// ```
public struct RangePlan: Hashable, Sendable {
    /// The length of the source, in bytes.
    public let byteCount: Int
    /// How many ranges were asked for.
    public private(set) var requestCount = 0
    /// How many bytes they hold together.
    public private(set) var requestedByteCount = 0

    private var last = 0..<0

    /// The first request: the metadata of nine in ten files stands in it.
    public static let headByteCount = 65_536
    private static let followingByteCount = 196_608
    private static let largestByteCount = 1 << 20
    /// Directories at the end of a file refer to values before them as often as behind them.
    private static let distantByteCount = 65_536
    private static let precedingByteCount = 16_384

    /// Makes a plan for a source of which nothing was fetched yet.
    ///
    /// - Parameter byteCount: The length of the source, in bytes.
    public init(byteCount: Int) {
        self.byteCount = max(0, byteCount)
    }

    /// The range to ask for when a reader wants bytes that were not fetched yet.
    ///
    /// - Parameter wanted: What the reader cannot do without; it is cut at the end of the source.
    /// - Returns: A range that covers `wanted`; empty when nothing of it lies in the source, and then nothing is to be
    ///   asked for.
    public mutating func next(for wanted: Range<Int>) -> Range<Int> {
        let wanted = wanted.clamped(to: 0..<byteCount)
        guard !wanted.isEmpty else { return wanted }
        let range = widened(wanted)
        requestCount += 1
        requestedByteCount += range.count
        last = range
        return range
    }

    private func widened(_ wanted: Range<Int>) -> Range<Int> {
        if wanted.lowerBound < Self.headByteCount, requestCount == 0 {
            return 0..<min(byteCount, max(wanted.upperBound, Self.headByteCount))
        }
        if wanted.lowerBound == last.upperBound {
            let count = max(Self.followingByteCount, min(Self.largestByteCount, 4 * last.count))
            return wanted.lowerBound..<min(byteCount, max(wanted.upperBound, wanted.lowerBound + count))
        }
        let end = min(byteCount, max(wanted.upperBound, wanted.lowerBound + Self.distantByteCount))
        return max(0, min(wanted.lowerBound - Self.precedingByteCount, byteCount - Self.distantByteCount))..<end
    }
}
