internal import MetadataCore

/// Neighbouring results of earlier runs, in the order of a walk: a walk that comes by asks for each page once.
struct RunPage {
    private var first: [UInt8]?
    /// The last key; nil when nothing follows.
    private var last: [UInt8]?
    private var rows: [Row] = []
    /// Where the walk is: it asks for one key after the other.
    private var position = 0

    /// A key with the result that it has; none where it does not hold.
    typealias Row = (key: [UInt8], result: (stamp: FileStamp, line: RecordLine)?)

    /// How many results are read at once.
    static let count = 512

    /// A page that covers nothing.
    init() {}

    /// The results from a key on, at most ``count``; rows whose result does not hold have none.
    init(from key: [UInt8], _ rows: [Row]) {
        first = key
        last = rows.count < Self.count ? nil : rows.last?.key
        self.rows = rows
    }

    /// Whether the page says of a key what there is.
    func covers(_ key: [UInt8]) -> Bool {
        guard let first, !key.lexicographicallyPrecedes(first) else { return false }
        return last.map { !$0.lexicographicallyPrecedes(key) } ?? true
    }

    /// The result under a key, if the file has not changed.
    mutating func line(for key: [UInt8], _ stamp: FileStamp) -> RecordLine? {
        if position >= rows.count || rows[position].key != key { position = firstIndex(notBefore: key) }
        guard position < rows.count, rows[position].key == key else { return nil }
        defer { position += 1 }
        guard let result = rows[position].result, result.stamp == stamp else { return nil }
        return result.line
    }

    private func firstIndex(notBefore key: [UInt8]) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
