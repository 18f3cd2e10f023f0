/// What all values of a column have in common.
struct ColumnProfile: Sendable, Hashable {
    private(set) var types = CellTypes.all
    private(set) var maximumWidth = 0
    private(set) var valueCount = 0

    /// Takes a value into account; returns whether it narrowed the types of a column that had values before.
    @inline(__always)
    mutating func add(_ field: FieldSpan, in bytes: Span<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        valueCount &+= 1
        if field.count > maximumWidth { maximumWidth = field.count }
        if types.isEmpty { return false }
        return narrow(field, in: bytes)
    }

    private mutating func narrow(_ field: FieldSpan, in bytes: Span<UInt8>) -> Bool {
        let parsed = CellTypes(parsing: bytes, from: field.start, to: field.end)
        let narrowed = types.intersection(parsed).normalized
        let isContradiction = valueCount > 1 && narrowed.columnType.type != types.columnType.type
        types = narrowed
        return isContradiction
    }

    /// Takes a value into account that is too long to be anything but text.
    mutating func addLongText(byteCount: Int) {
        valueCount &+= 1
        maximumWidth = Swift.max(maximumWidth, byteCount)
        types = []
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
        maximumWidth = Swift.max(maximumWidth, other.maximumWidth)
        valueCount += other.valueCount
    }
}
