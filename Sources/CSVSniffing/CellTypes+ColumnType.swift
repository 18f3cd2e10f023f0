extension CellTypes {
    /// The narrowest type in the set and how its values are written.
    var columnType: (type: CSVColumnType, format: String?) {
        for (kind, type, format) in CellTypes.scalars where contains(kind) { return (type, format) }
        if contains(.date) { return (.date, dateFormat) }
        if contains(.datetime) { return (.datetime, "\(dateFormat) \(timeFormat)") }
        if contains(.datetimeT) { return (.datetime, "\(dateFormat)T\(timeFormat)") }
        if contains(.time) { return (.time, timeFormat) }
        return (.string, nil)
    }

    /// Whether day and month can be read either way.
    var isAmbiguousDate: Bool {
        !isDisjoint(with: [.date, .datetime, .datetimeT]) && !isDisjoint(with: .dayFirst)
            && !isDisjoint(with: .monthFirst)
    }

    private static let scalars: [(kind: CellTypes, type: CSVColumnType, format: String?)] = [
        (.boolean, .boolean, nil),
        (.integer, .integer, nil),
        (.pointNumber, .number, nil),
        (.commaGrouped, .number, "groupChar=,"),
        (.commaNumber, .number, "decimalChar=,"),
        (.pointGrouped, .number, "groupChar=.,decimalChar=,"),
        (.spaceGrouped, .number, "groupChar= ,decimalChar=,"),
        (.yearMonth, .yearmonth, "%Y-%m"),
    ]

    private var dateFormat: String {
        for (notation, format) in CellTypes.dateFormats where contains(notation) { return format }
        return "any"
    }

    /// In the order of preference; where day and month can be exchanged, the day comes first.
    private static let dateFormats: [(notation: CellTypes, format: String)] = [
        (.isoDash, "%Y-%m-%d"), (.isoSlash, "%Y/%m/%d"), (.isoDot, "%Y.%m.%d"),
        (.dayFirstDash, "%d-%m-%Y"), (.dayFirstSlash, "%d/%m/%Y"), (.dayFirstDot, "%d.%m.%Y"),
        (.monthFirstDash, "%m-%d-%Y"), (.monthFirstSlash, "%m/%d/%Y"), (.monthFirstDot, "%m.%d.%Y"),
        (.dayFirstDashShort, "%d-%m-%y"), (.dayFirstSlashShort, "%d/%m/%y"), (.dayFirstDotShort, "%d.%m.%y"),
        (.monthFirstDashShort, "%m-%d-%y"), (.monthFirstSlashShort, "%m/%d/%y"), (.monthFirstDotShort, "%m.%d.%y"),
        (.namedMonthDash, "%d-%b-%Y"), (.namedMonthSpace, "%d %b %Y"),
        (.namedMonthDashShort, "%d-%b-%y"), (.namedMonthSpaceShort, "%d %b %y"),
        (.monthNameFirst, "%b %d, %Y"),
    ]

    private var timeFormat: String {
        let zone = contains(.zoned) && !contains(.unzoned) ? "%z" : ""
        if contains(.minutes) { return "%H:%M" + zone }
        if contains(.seconds) { return "%H:%M:%S" + zone }
        if contains(.fraction) { return "%H:%M:%S.%f" + zone }
        return contains(.minutesMeridiem) ? "%I:%M %p" : "%I:%M:%S %p"
    }
}
