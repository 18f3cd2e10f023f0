/// What all values of a column have in common.
struct ColumnProfile: Sendable, Hashable {
    /// A row that narrowed the types, and what it left.
    struct Change: Sendable, Hashable {
        var row: Int
        var types: CellTypes
    }

    private(set) var types = CellTypes.all
    private(set) var maximumWidth = 0
    private(set) var valueCount = 0
    private var form = ColumnForm.unknown
    /// Each change takes a type or a notation away, so there are few.
    private(set) var changes: [Change] = []

    /// Whether no value can narrow the types any more.
    @inline(__always)
    var isText: Bool { types.isEmpty }

    /// Takes a value into account that narrows nothing.
    @inline(__always)
    mutating func addText(byteCount: Int) {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, byteCount)
    }

    /// Takes the value from `start` to `end` of a row into account.
    @inline(__always)
    mutating func add(_ bytes: Span<UInt8>, from start: Int, to end: Int, row: Int) {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, end &- start)
        if form.matches(bytes, from: start, to: end, types: types) { return }
        if types.isEmpty { return }
        narrow(to: CellTypes(parsing: bytes, from: start, to: end), row: row)
    }

    /// Takes a text into account that is too long to be looked at, or that was before.
    mutating func addText(byteCount: Int, row: Int) {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, byteCount)
        narrow(to: [], row: row)
    }

    @inline(never)
    private mutating func narrow(to other: CellTypes, row: Int) {
        let narrowed = types.intersection(other).normalized
        guard narrowed != types else { return }
        types = narrowed
        form = ColumnForm(narrowed)
        changes.append(Change(row: row, types: narrowed))
    }

    /// The first row behind another one whose value changed the type, as it was by the values before.
    func firstContradiction(after row: Int) -> Int? {
        for (before, change) in zip(changes, changes.dropFirst())
        where change.row > row && change.types.columnType.type != before.types.columnType.type {
            return change.row
        }
        return nil
    }

    /// The column as it is reported.
    func column(named name: String?, rowCount: Int) -> CSVColumn {
        let (type, format) = valueCount == 0 ? (.any, nil) : types.columnType
        return CSVColumn(
            name: name,
            type: type,
            format: format,
            isAmbiguousDate: valueCount > 0 && types.isAmbiguousDate,
            isNullable: valueCount < rowCount,
            maximumWidth: maximumWidth
        )
    }

    /// Puts the same column of the rows behind this one's behind it.
    mutating func append(_ other: ColumnProfile, rowCount: Int) {
        for change in other.changes { narrow(to: change.types, row: change.row + rowCount) }
        maximumWidth = Swift.max(maximumWidth, other.maximumWidth)
        valueCount &+= other.valueCount
    }
}
