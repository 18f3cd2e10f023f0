/// How many records have each number of fields, for the 64 smallest numbers.
struct FieldCountHistogram: Sendable, Hashable {
    private(set) var counts: [Int: Int] = [:]
    /// The largest number of fields.
    private(set) var widest = 0
    private var latest = -1
    private var latestCount = 0

    private static let limit = 64

    @inline(__always)
    mutating func add(_ fieldCount: Int) {
        if fieldCount == latest {
            latestCount &+= 1
            return
        }
        flush()
        widest = Swift.max(widest, fieldCount)
        latest = fieldCount
        latestCount = 1
    }

    /// The counts with those that are not yet entered.
    var settled: [Int: Int] {
        var copy = self
        copy.flush()
        return copy.counts
    }

    /// The commonest number of fields, the larger one of equals, and how many records have it.
    var mode: (fieldCount: Int, records: Int)? {
        settled.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// Adds the counts of other records.
    mutating func append(_ other: FieldCountHistogram) {
        widest = Swift.max(widest, other.widest)
        for (fieldCount, records) in other.settled { enter(fieldCount, records) }
    }

    private mutating func flush() {
        if latestCount > 0 { enter(latest, latestCount) }
        latestCount = 0
    }

    private mutating func enter(_ fieldCount: Int, _ records: Int) {
        counts[fieldCount, default: 0] &+= records
        // A number that is not among the smallest now will never be, so the outcome depends on no order.
        if counts.count > Self.limit, let largest = counts.keys.max() { counts[largest] = nil }
    }
}
