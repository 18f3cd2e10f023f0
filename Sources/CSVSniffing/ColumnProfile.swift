/// What all values of a column have in common.
struct ColumnProfile: Sendable, Hashable {
    private(set) var types = CellTypes.all
    private(set) var maximumWidth = 0
    private(set) var valueCount = 0
    private var form = ColumnForm.unknown

    /// Takes the value from `start` to `end` into account; returns whether it narrowed the types of a column that
    /// had values before.
    @inline(__always)
    mutating func add(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, end &- start)
        if form.matches(bytes, from: start, to: end, types: types) { return false }
        return narrow(bytes, from: start, to: end)
    }

    @inline(never)
    private mutating func narrow(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        if types.isEmpty { return false }
        let parsed = CellTypes(parsing: bytes, from: start, to: end)
        let narrowed = types.intersection(parsed).normalized
        guard narrowed != types else { return false }
        let isContradiction = valueCount > 1 && narrowed.columnType.type != types.columnType.type
        types = narrowed
        form = ColumnForm(narrowed)
        return isContradiction
    }

    /// Takes a value into account that is too long to be anything but text.
    mutating func addLongText(byteCount: Int) {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, byteCount)
        types = []
        form = .text
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

    /// Joins the profile of the rows after those of this one.
    mutating func merge(_ other: ColumnProfile) {
        types = types.intersection(other.types).normalized
        form = ColumnForm(types)
        maximumWidth = Swift.max(maximumWidth, other.maximumWidth)
        valueCount += other.valueCount
    }
}
