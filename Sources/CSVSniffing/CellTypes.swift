/// The set of types and notations that a value can be read as.
///
/// Sets of the cells of a column are intersected; what remains fits every row. The empty set is plain text.
struct CellTypes: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    private init(bit: UInt64) {
        rawValue = 1 << bit
    }

    // MARK: - Kinds

    static let integer = CellTypes(bit: 0)
    /// A point before the fraction, as in `1.5` and `1e5`.
    static let pointNumber = CellTypes(bit: 1)
    /// A comma before the fraction, as in `1,5`.
    static let commaNumber = CellTypes(bit: 2)
    /// Commas between groups of three digits, a point before the fraction.
    static let commaGrouped = CellTypes(bit: 3)
    /// Points between groups of three digits, a comma before the fraction.
    static let pointGrouped = CellTypes(bit: 4)
    /// Spaces between groups of three digits.
    static let spaceGrouped = CellTypes(bit: 5)
    static let boolean = CellTypes(bit: 6)
    static let date = CellTypes(bit: 7)
    static let datetime = CellTypes(bit: 8)
    static let yearMonth = CellTypes(bit: 9)
    static let time = CellTypes(bit: 10)
    /// A `T` between date and time.
    static let datetimeT = CellTypes(bit: 11)

    static let anyNumber: CellTypes = [
        .integer, .pointNumber, .commaNumber, .commaGrouped, .pointGrouped, .spaceGrouped,
    ]
    static let fractions: CellTypes = [.pointNumber, .commaNumber, .commaGrouped, .pointGrouped, .spaceGrouped]

    // MARK: - Notations of dates: separator and order

    static let isoDash = CellTypes(bit: 16)
    static let isoSlash = CellTypes(bit: 17)
    static let isoDot = CellTypes(bit: 18)
    static let dayFirstDash = CellTypes(bit: 19)
    static let dayFirstSlash = CellTypes(bit: 20)
    static let dayFirstDot = CellTypes(bit: 21)
    static let monthFirstDash = CellTypes(bit: 22)
    static let monthFirstSlash = CellTypes(bit: 23)
    static let monthFirstDot = CellTypes(bit: 24)
    static let dayFirstDashShort = CellTypes(bit: 25)
    static let dayFirstSlashShort = CellTypes(bit: 26)
    static let dayFirstDotShort = CellTypes(bit: 27)
    static let monthFirstDashShort = CellTypes(bit: 28)
    static let monthFirstSlashShort = CellTypes(bit: 29)
    static let monthFirstDotShort = CellTypes(bit: 30)
    static let namedMonthDash = CellTypes(bit: 31)
    static let namedMonthSpace = CellTypes(bit: 32)
    static let namedMonthDashShort = CellTypes(bit: 33)
    static let namedMonthSpaceShort = CellTypes(bit: 34)
    static let monthNameFirst = CellTypes(bit: 35)

    static let dayFirst: CellTypes = [
        .dayFirstDash, .dayFirstSlash, .dayFirstDot, .dayFirstDashShort, .dayFirstSlashShort, .dayFirstDotShort,
    ]
    static let monthFirst: CellTypes = [
        .monthFirstDash, .monthFirstSlash, .monthFirstDot, .monthFirstDashShort, .monthFirstSlashShort,
        .monthFirstDotShort,
    ]
    static let dateNotations = CellTypes(rawValue: 0xF_FFFF << 16)

    // MARK: - Notations of times

    static let minutes = CellTypes(bit: 40)
    static let seconds = CellTypes(bit: 41)
    static let fraction = CellTypes(bit: 42)
    static let minutesMeridiem = CellTypes(bit: 43)
    static let secondsMeridiem = CellTypes(bit: 44)
    /// A UTC offset or `Z`.
    static let zoned = CellTypes(bit: 45)
    static let unzoned = CellTypes(bit: 46)

    static let timeNotations: CellTypes = [.minutes, .seconds, .fraction, .minutesMeridiem, .secondsMeridiem]
    static let zones: CellTypes = [.zoned, .unzoned]

    /// Every type: what is known of a column before its first value.
    static let all = CellTypes(rawValue: .max)
    static let temporal: CellTypes = [.date, .datetime, .datetimeT, .yearMonth, .time]

    /// The set without kinds whose notation has gone and without notations whose kind has gone.
    var normalized: CellTypes {
        var result = self
        if isDisjoint(with: .dateNotations) { result.subtract([.date, .datetime, .datetimeT]) }
        if isDisjoint(with: .timeNotations) || isDisjoint(with: .zones) {
            result.subtract([.time, .datetime, .datetimeT])
        }
        let kinds = CellTypes(rawValue: 0xFFF)
        return result.isDisjoint(with: kinds) ? [] : result
    }
}
