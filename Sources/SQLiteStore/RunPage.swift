internal import MetadataCore

/// Neighbouring results of earlier runs, in the order of a walk: a walk that comes by asks for each page once.
struct RunPage {
    private var first: [UInt8]?
    /// The last key; nil when nothing follows.
    private var last: [UInt8]?
    private var results: [[UInt8]: (stamp: FileStamp, line: RecordLine)] = [:]

    /// How many results are read at once.
    static let count = 512

    /// A page that covers nothing.
    init() {}

    /// The results from a key on, at most ``count``; rows whose result does not hold have none.
    init(from key: [UInt8], _ rows: [(key: [UInt8], result: (stamp: FileStamp, line: RecordLine)?)]) {
        first = key
        last = rows.count < Self.count ? nil : rows.last?.key
        results.reserveCapacity(rows.count)
        for row in rows { results[row.key] = row.result }
    }

    /// Whether the page says of a key what there is.
    func covers(_ key: [UInt8]) -> Bool {
        guard let first, !key.lexicographicallyPrecedes(first) else { return false }
        return last.map { !$0.lexicographicallyPrecedes(key) } ?? true
    }

    /// The result under a key, if the file has not changed.
    func line(for key: [UInt8], _ stamp: FileStamp) -> RecordLine? {
        guard let result = results[key], result.stamp == stamp else { return nil }
        return result.line
    }
}
