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
            if columns[index].add(field, in: bytes) { isContradiction = true }
        }
        if isEmpty, record.count > columns.count {
            isEmpty = !record[columns.count...].contains { !$0.isEmpty }
        }
        finishRecord(fieldCount: record.count, isEmpty: isEmpty, isContradiction: isContradiction)
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
    mutating func addField(_ field: FieldSpan, column: Int, in bytes: Span<UInt8>) -> Bool {
        guard column < columns.count else { return false }
        return columns[column].add(field, in: bytes)
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
