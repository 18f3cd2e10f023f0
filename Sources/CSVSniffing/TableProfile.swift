/// Counts and types of the data records of a table.
struct TableProfile: Sendable {
    private(set) var columns: [ColumnProfile]
    let columnCount: Int
    private(set) var rowCount = 0
    private(set) var emptyRowCount = 0
    private(set) var raggedRowCount = 0
    private(set) var widestRecord = 0
    private(set) var fieldCountHistogram = FieldCountHistogram()
    /// The row that first narrowed a type after the sample was read.
    private(set) var firstContradictedAtRow: Int?
    /// Whether a contradiction is worth a note: the sample has been read.
    var isPastSample = false

    init(columnCount: Int, describedColumnLimit: Int) {
        self.columnCount = columnCount
        columns = Array(repeating: ColumnProfile(), count: Swift.min(columnCount, describedColumnLimit))
    }

    /// Takes a record into account.
    mutating func add(_ record: borrowing [FieldSpan], in bytes: Span<UInt8>) {
        var isEmpty = true
        var isContradiction = false
        for index in 0..<Swift.min(record.count, columns.count) {
            let field = record[index]
            if field.isEmpty { continue }
            isEmpty = false
            if columns[index].add(bytes, from: field.start, to: field.end) { isContradiction = true }
        }
        if isEmpty, record.count > columns.count {
            isEmpty = !record[columns.count...].contains { !$0.isEmpty }
        }
        finishRecord(fieldCount: record.count, isEmpty: isEmpty, isContradiction: isContradiction)
    }

    /// Takes a record into account that begins at `start` and whose fields end at `ends`.
    @inline(__always)
    mutating func addIndexed(_ bytes: Span<UInt8>, start: Int, ends: Span<UInt32>, quote: UInt16) {
        var isEmpty = true
        var isContradiction = false
        var fieldStart = start
        let described = Swift.min(ends.count, columns.count)
        var profiles = columns.mutableSpan
        for column in 0..<described {
            let end = Int(ends[column])
            let isQuoted = UInt16(bytes[fieldStart]) == quote
            let content = isQuoted ? fieldStart &+ 1 : fieldStart
            let contentEnd = isQuoted ? end &- 1 : end
            fieldStart = end &+ 1
            guard contentEnd > content else { continue }
            isEmpty = false
            if profiles[column].add(bytes, from: content, to: contentEnd) { isContradiction = true }
        }
        if isEmpty, ends.count > described {
            isEmpty = isBlank(bytes, start: fieldStart, ends: ends.extracting(described...), quote: quote)
        }
        finishRecord(fieldCount: ends.count, isEmpty: isEmpty, isContradiction: isContradiction)
    }

    /// Whether no field has content.
    private func isBlank(_ bytes: Span<UInt8>, start: Int, ends: Span<UInt32>, quote: UInt16) -> Bool {
        var fieldStart = start
        for index in ends.indices {
            let end = Int(ends[index])
            if end &- fieldStart > (UInt16(bytes[fieldStart]) == quote ? 2 : 0) { return false }
            fieldStart = end &+ 1
        }
        return true
    }

    /// Counts a record whose fields have been taken into account.
    mutating func finishRecord(fieldCount: Int, isEmpty: Bool, isContradiction: Bool) {
        rowCount &+= 1
        if isEmpty { emptyRowCount &+= 1 }
        fieldCountHistogram.add(fieldCount)
        if fieldCount != columnCount { raggedRowCount &+= 1 }
        if isContradiction, isPastSample, firstContradictedAtRow == nil { firstContradictedAtRow = rowCount }
    }

    /// Takes a field of a record into account that is too long to be held.
    mutating func addLongField(column: Int, byteCount: Int) {
        guard column < columns.count, byteCount > 0 else { return }
        columns[column].addLongText(byteCount: byteCount)
    }

    /// Takes one field into account.
    mutating func addField(column: Int, in bytes: Span<UInt8>) {
        guard column < columns.count, bytes.count > 0 else { return }
        _ = columns[column].add(bytes, from: 0, to: bytes.count)
    }
}

/// How many records have each number of fields, for the first 64 numbers met.
struct FieldCountHistogram: Sendable, Hashable {
    private(set) var counts: [Int: Int] = [:]
    private var latest = -1
    private var latestCount = 0

    private static let limit = 64

    mutating func add(_ fieldCount: Int) {
        if fieldCount == latest {
            latestCount &+= 1
            return
        }
        flush()
        latest = fieldCount
        latestCount = 1
    }

    /// The counts with those that are not yet entered.
    var settled: [Int: Int] {
        var copy = self
        copy.flush()
        return copy.counts
    }

    private mutating func flush() {
        guard latestCount > 0 else { return }
        if counts[latest] != nil || counts.count < FieldCountHistogram.limit {
            counts[latest, default: 0] += latestCount
        }
        latestCount = 0
    }
}
