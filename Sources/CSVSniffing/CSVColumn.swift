/// A column of a table, as all of its rows describe it.
public struct CSVColumn: Sendable, Hashable {
    /// The name in the header, as found there; `nil` where the table has no header.
    ///
    /// The rows of a header of several rows are joined by a space. Names may be empty and may repeat.
    public var name: String?

    /// The narrowest type that holds every value of the column.
    public var type: CSVColumnType

    /// How the values are written, where the type alone does not tell.
    ///
    /// A strptime pattern for `date`, `time` and `datetime` (`"%d/%m/%Y"`); for `number` the separators that
    /// differ from the plain notation: `"decimalChar=,"`, `"groupChar=,"`.
    public var format: String?

    /// Whether day and month of a date could also be read the other way round in every row.
    public var isAmbiguousDate: Bool

    /// Whether a data record has no value in this column.
    public var isNullable: Bool

    /// The length in bytes of the longest value, without its quotes.
    public var maximumWidth: Int

    /// Creates a column.
    public init(
        name: String?,
        type: CSVColumnType,
        format: String? = nil,
        isAmbiguousDate: Bool = false,
        isNullable: Bool = false,
        maximumWidth: Int = 0
    ) {
        self.name = name
        self.type = type
        self.format = format
        self.isAmbiguousDate = isAmbiguousDate
        self.isNullable = isNullable
        self.maximumWidth = maximumWidth
    }
}
