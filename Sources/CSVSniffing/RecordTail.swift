/// The latest records with a text in the first field and nothing in the others, and those with nothing at all.
///
/// They are not taken into account until another record follows: at the end of a text they are remarks on the table.
struct RecordTail: Sendable, Hashable {
    /// A record that waits.
    struct Entry: Sendable, Hashable {
        var fieldCount: Int
        /// The length of the text in the first field; zero where there is none.
        var byteCount: Int
        var hasSpace: Bool
        /// Whether a line without a byte stands before it.
        var followsGap = false
    }

    private(set) var entries: [Entry] = []
    private var isAfterGap = false

    /// No more records than this are remarks on a table.
    static let limit = 32
    /// Names are not longer than this.
    private static let longName = 40

    /// Whether there is anything to forget when another record comes.
    var isActive: Bool { isAfterGap || !entries.isEmpty }

    mutating func noteBlankLine() {
        isAfterGap = true
    }

    /// Adds a record; returns the first one where there are too many now.
    mutating func append(_ entry: Entry) -> Entry? {
        var entry = entry
        entry.followsGap = isAfterGap
        isAfterGap = false
        entries.append(entry)
        return entries.count > RecordTail.limit ? entries.removeFirst() : nil
    }

    /// Adds the records behind these ones, of which there are too many perhaps.
    mutating func append(_ other: RecordTail) {
        var latest = other.entries
        if isAfterGap, !latest.isEmpty { latest[0].followsGap = true }
        isAfterGap = other.isAfterGap || (isAfterGap && latest.isEmpty)
        entries += latest
    }

    mutating func removeFirst() -> Entry {
        entries.removeFirst()
    }

    /// How many records there are before the remarks: texts behind a gap, or sentences without delimiters.
    var countBeforeRemarks: Int {
        for (index, entry) in entries.enumerated() where entry.byteCount > 0 {
            let gap = entries[..<index].reversed().prefix { $0.byteCount == 0 }.count
            let isSentence = entry.hasSpace && (entry.fieldCount == 1 || entry.byteCount > RecordTail.longName)
            if entry.followsGap || gap > 0 || isSentence { return index - gap }
        }
        return entries.count
    }
}
