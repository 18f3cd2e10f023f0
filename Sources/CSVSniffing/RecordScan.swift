/// How a scan for one record ended.
struct RecordScan: Sendable {
    /// The ways a record can end.
    enum Terminator: Sendable {
        case lf, crlf, cr, endOfText
    }

    /// Where the next record begins; meaningless when the record is not complete.
    var next: Int
    var isComplete: Bool
    var terminator: Terminator = .endOfText
    /// The number of line breaks inside quoted fields.
    var embeddedTerminatorCount: Int = 0
    /// The first quote that stands where the dialect allows none.
    var strayQuote: Int?
    /// The quote that opened a field and never closed.
    var unterminatedQuote: Int?
    /// Whether the record was cut at its first line, and had else gone on to the end of the text.
    var isCutOpenQuote = false

    static let incomplete = RecordScan(next: 0, isComplete: false)
}
