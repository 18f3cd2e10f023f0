/// The commonest ways in which columns are written; a value in one of them is checked without reading it in full.
///
/// A check that succeeds says that the value leaves the types of the column as they are. One that fails says
/// nothing: then the value is read in full.
enum ColumnForm: UInt8, Sendable {
    case unknown, text, shortWhole, whole, decimal, isoDate, isoDatetime, dayMonthYear, dayMonthYearTime, clock, boolean

    init(_ types: CellTypes) {
        if types.isEmpty {
            self = .text
        } else if types.isSubset(of: .anyNumber) {
            self = ColumnForm.number(types)
        } else if types.isSubset(of: [.date, .isoDash]) {
            self = .isoDate
        } else if types.isSubset(of: [.datetime, .datetimeT, .isoDash, .seconds, .unzoned]) {
            self = .isoDatetime
        } else if types.isSubset(of: ColumnForm.dayMonthYears.union(.date)) {
            self = .dayMonthYear
        } else if types.isSubset(of: ColumnForm.dayMonthYears.union([.datetime, .minutes, .unzoned])) {
            self = .dayMonthYearTime
        } else if types.isSubset(of: [.time, .seconds, .unzoned]) {
            self = .clock
        } else {
            self = types == .boolean ? .boolean : .unknown
        }
    }

    private static let dayMonthYears: CellTypes = [
        .dayFirstSlash, .monthFirstSlash, .dayFirstDot, .monthFirstDot, .dayFirstSlashShort, .monthFirstSlashShort,
        .dayFirstDotShort, .monthFirstDotShort,
    ]

    private static func number(_ types: CellTypes) -> ColumnForm {
        if types.contains(.integer) { return types.contains(.spaceGrouped) ? .shortWhole : .whole }
        return types.isSubset(of: [.pointNumber, .commaGrouped]) ? .decimal : .unknown
    }

    /// Whether the bytes are a value in this form.
    @inline(__always)
    func matches(_ bytes: Span<UInt8>, from start: Int, to end: Int, types: CellTypes) -> Bool {
        // The checks look at eight bytes at a time, and may look behind the value.
        guard start &+ 32 <= bytes.count else { return false }
        switch self {
        case .unknown: return false
        case .text: return true
        case .shortWhole: return FormCheck.isWhole(bytes, from: start, to: end, limit: 3)
        case .whole: return FormCheck.isWhole(bytes, from: start, to: end, limit: 16)
        case .decimal: return FormCheck.isDecimal(bytes, from: start, to: end)
        case .isoDate: return end &- start == 10 && FormCheck.isISODate(bytes, at: start)
        case .isoDatetime: return end &- start == 19 && FormCheck.isISODatetime(bytes, at: start, types: types)
        case .dayMonthYear: return FormCheck.isDayMonthYear(bytes, from: start, to: end, types: types)
        case .dayMonthYearTime: return FormCheck.isDayMonthYearTime(bytes, from: start, to: end, types: types)
        case .clock: return FormCheck.isClock(bytes, from: start, to: end)
        case .boolean: return FormCheck.isBoolean(bytes, from: start, to: end)
        }
    }
}
