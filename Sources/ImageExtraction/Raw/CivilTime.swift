/// A date and a time of day in the Gregorian calendar.
struct CivilTime: CustomStringConvertible {
    private let fields: [Int]

    /// Makes the time that is so many seconds after the start of 1970 in the same zone.
    ///
    /// The days are counted from 1 March of the year 0, so that the leap day is the last of its year.
    init(secondsSince1970 seconds: Int) {
        let day = seconds / 86_400 + 719_468
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let time = seconds % 86_400
        fields = [
            year + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1, time / 3_600, time / 60 % 60, time % 60,
        ]
    }

    /// `YYYY-MM-DDTHH:MM:SS`.
    var description: String {
        let texts = fields.map { $0 < 10 ? "0\($0)" : String($0) }
        return texts.prefix(3).joined(separator: "-") + "T" + texts.suffix(3).joined(separator: ":")
    }
}
