/// Counts and types of the data records of a table.
struct TableProfile: Sendable {
    private(set) var columns: [ColumnProfile]
    let columnCount: Int
    /// The number of fields that records have, which is another one where each ends in a delimiter.
    let fieldCount: Int
    private(set) var rowCount = 0
    private(set) var emptyRowCount = 0
    private(set) var raggedRowCount = 0
    private(set) var firstRaggedRow: Int?
    private(set) var fieldCountHistogram = FieldCountHistogram()
    private(set) var tail = RecordTail()
    /// Whether a record has been taken into account, so that the tail is not all there is.
    private var isSettled = false

    init(columnCount: Int, fieldCount: Int, describedColumnLimit: Int) {
        self.columnCount = columnCount
        self.fieldCount = fieldCount
        columns = Array(repeating: ColumnProfile(), count: Swift.min(columnCount, describedColumnLimit))
    }

    /// The number of records so far, with those that wait.
    var recordCount: Int { rowCount &+ tail.entries.count }

    /// Takes a record into account.
    mutating func add(_ record: borrowing [FieldSpan], in bytes: Span<UInt8>) {
        let first = record[0]
        if columnCount > 1, !first.isQuoted || !first.isEmpty, TableProfile.isAlone(record),
            wait(bytes, from: first.start, to: first.end, fieldCount: record.count)
        {
            return
        }
        settleTail()
        var isEmpty = true
        let row = rowCount &+ 1
        for index in 0..<Swift.min(record.count, columns.count) {
            let field = record[index]
            if field.isEmpty { continue }
            isEmpty = false
            columns[index].add(bytes, from: field.start, to: field.end, row: row)
        }
        if isEmpty, record.count > columns.count {
            isEmpty = !record[columns.count...].contains { !$0.isEmpty }
        }
        finishRecord(fieldCount: record.count, isEmpty: isEmpty)
    }

    /// Whether there is nothing behind the first field but delimiters.
    private static func isAlone(_ record: borrowing [FieldSpan]) -> Bool {
        for index in 1..<Swift.max(1, record.count) where !record[index].isEmpty || record[index].isQuoted {
            return false
        }
        return true
    }

    /// Takes a record into account that begins at `start` and whose fields end at `ends`.
    @inline(__always)
    mutating func addIndexed(_ bytes: Span<UInt8>, start: Int, ends: Span<UInt32>, quote: UInt16) {
        let firstEnd = Int(ends[0])
        if Int(ends[ends.count &- 1]) &- firstEnd == ends.count &- 1, columnCount > 1,
            waitIndexed(bytes, from: start, to: firstEnd, fieldCount: ends.count, quote: quote)
        {
            return
        }
        if tail.isActive { settleTail() }
        var isEmpty = true
        var fieldStart = start
        let row = rowCount &+ 1
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
            if profiles[column].isText {
                profiles[column].addText(byteCount: contentEnd &- content)
            } else {
                profiles[column].add(bytes, from: content, to: contentEnd, row: row)
            }
        }
        if isEmpty, ends.count > described {
            isEmpty = isBlank(bytes, start: fieldStart, ends: ends.extracting(described...), quote: quote)
        }
        finishRecord(fieldCount: ends.count, isEmpty: isEmpty)
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

    /// Takes a record into account of which nothing is known but the number of its fields.
    @inline(__always)
    mutating func addCounted(fieldCount: Int) {
        if tail.isActive { settleTail() }
        finishRecord(fieldCount: fieldCount, isEmpty: false)
    }

    /// Counts a record whose fields have been taken into account.
    @inline(__always)
    mutating func finishRecord(fieldCount count: Int, isEmpty: Bool) {
        isSettled = true
        rowCount &+= 1
        if isEmpty { emptyRowCount &+= 1 }
        fieldCountHistogram.add(count)
        guard count != fieldCount else { return }
        raggedRowCount &+= 1
        if firstRaggedRow == nil { firstRaggedRow = rowCount }
    }

    /// Takes a field of a record into account that is too long to be held.
    mutating func addLongField(column: Int, byteCount: Int) {
        settleTail()
        guard column < columns.count, byteCount > 0 else { return }
        columns[column].addText(byteCount: byteCount, row: rowCount &+ 1)
    }

    /// Takes one field into account.
    mutating func addField(column: Int, in bytes: Span<UInt8>) {
        settleTail()
        guard column < columns.count, bytes.count > 0 else { return }
        columns[column].add(bytes, from: 0, to: bytes.count, row: rowCount &+ 1)
    }

    // MARK: - Records that may be remarks

    mutating func noteBlankLine() {
        tail.noteBlankLine()
    }

    @inline(never)
    private mutating func waitIndexed(
        _ bytes: Span<UInt8>,
        from start: Int,
        to end: Int,
        fieldCount: Int,
        quote: UInt16
    ) -> Bool {
        guard start < end, UInt16(bytes[start]) == quote else {
            return wait(bytes, from: start, to: end, fieldCount: fieldCount)
        }
        guard end &- start > 2 else { return false }
        return wait(bytes, from: start &+ 1, to: end &- 1, fieldCount: fieldCount)
    }

    /// Lets a record wait that has no more than a text in its first field; false where that is no text.
    private mutating func wait(_ bytes: Span<UInt8>, from start: Int, to end: Int, fieldCount: Int) -> Bool {
        guard CellTypes(parsing: bytes, from: start, to: end).isEmpty else { return false }
        var entry = RecordTail.Entry(fieldCount: fieldCount, byteCount: end &- start, hasSpace: false)
        for index in start..<end where bytes[index] == .space { entry.hasSpace = true }
        if let first = tail.append(entry) { settle(first) }
        return true
    }

    /// Takes the records into account that have waited.
    mutating func settleTail() {
        guard tail.isActive else { return }
        for entry in tail.entries { settle(entry) }
        tail = RecordTail()
    }

    private mutating func settle(_ entry: RecordTail.Entry) {
        if entry.byteCount > 0, !columns.isEmpty { columns[0].addText(byteCount: entry.byteCount, row: rowCount &+ 1) }
        finishRecord(fieldCount: entry.fieldCount, isEmpty: entry.byteCount == 0)
    }

    /// Decides at the end of the text about the records that have waited; returns how many of them are no data.
    mutating func finishTail() -> Int {
        let dataCount = rowCount > 1 ? tail.countBeforeRemarks : tail.entries.count
        for _ in 0..<dataCount { settle(tail.removeFirst()) }
        let count = tail.entries.count
        tail = RecordTail()
        return count
    }

    // MARK: - Parts of a text

    /// Puts the records of a later part of the text behind these.
    mutating func append(_ other: TableProfile) {
        if other.isSettled {
            settleTail()
            tail = other.tail
        } else {
            tail.append(other.tail)
            while tail.entries.count > RecordTail.limit { settle(tail.removeFirst()) }
        }
        for index in columns.indices where index < other.columns.count {
            columns[index].append(other.columns[index], rowCount: rowCount)
        }
        firstRaggedRow = firstRaggedRow ?? other.firstRaggedRow.map { $0 + rowCount }
        rowCount &+= other.rowCount
        emptyRowCount &+= other.emptyRowCount
        raggedRowCount &+= other.raggedRowCount
        isSettled = isSettled || other.isSettled
        fieldCountHistogram.append(other.fieldCountHistogram)
    }
}
