/// A type of Frictionless Table Schema that the values of a column share.
public struct CSVColumnType: Sendable, Hashable, CustomStringConvertible {
    private enum Name: String {
        case string, integer, number, boolean, date, time, datetime, yearmonth, any
    }

    private let name: Name

    /// Any text.
    public static let string = CSVColumnType(name: .string)
    /// Whole numbers without leading zeros.
    public static let integer = CSVColumnType(name: .integer)
    /// Numbers with a fraction, an exponent or group separators.
    public static let number = CSVColumnType(name: .number)
    /// Words for true and false.
    public static let boolean = CSVColumnType(name: .boolean)
    /// Calendar dates.
    public static let date = CSVColumnType(name: .date)
    /// Times of day.
    public static let time = CSVColumnType(name: .time)
    /// Calendar dates with a time of day.
    public static let datetime = CSVColumnType(name: .datetime)
    /// Months of a year, `YYYY-MM`.
    public static let yearmonth = CSVColumnType(name: .yearmonth)
    /// No value was seen.
    public static let any = CSVColumnType(name: .any)

    /// The name in the Table Schema specification.
    public var description: String { name.rawValue }
}
