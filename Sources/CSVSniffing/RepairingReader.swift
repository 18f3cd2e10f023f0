/// Reads records and takes back quotes that swallowed the lines after them.
///
/// Where a record holds line breaks inside quotes and has another number of fields than its neighbours, or never
/// ends, it is read again line by line. If the first line alone looks like a record of the table, the quote that
/// opened on it was a stray one.
struct RepairingReader: Sendable {
    private let scanner: RecordScanner
    private let lineScanner: RecordScanner
    /// The number of fields that a record of the table has, as far as that is known.
    private var expectedFieldCount: Int?
    /// Whether the number is gathered from the records.
    private let isLearning: Bool
    private var previousFieldCount = 0
    private var agreement = 0
    /// How many records were cut at their first line.
    private(set) var repairCount = 0
    private(set) var allowance = RereadingAllowance()
    private var scratch: [FieldSpan] = []

    /// Makes a reader that finds out how many fields a record has.
    init(learning grammar: Grammar) {
        self.init(grammar, expectedFieldCount: nil, isLearning: true)
    }

    /// Makes a reader for which each record is as good as any other: what it makes of one depends on no other.
    init(_ grammar: Grammar, expectedFieldCount: Int?) {
        self.init(grammar, expectedFieldCount: expectedFieldCount, isLearning: false)
    }

    private init(_ grammar: Grammar, expectedFieldCount: Int?, isLearning: Bool) {
        self.isLearning = isLearning
        scanner = RecordScanner(grammar)
        var bounded = RecordScanner(grammar)
        bounded.isLineBounded = true
        lineScanner = bounded
        self.expectedFieldCount = expectedFieldCount
    }

    /// Reads the record at `start`.
    mutating func read(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        into fields: inout [FieldSpan]
    ) -> RecordScan {
        let scan = scanner.scan(bytes, from: start, isFinal: isFinal, into: &fields)
        guard scan.isComplete else { return scan }
        let count = fields.count
        let isSuspect = scan.embeddedTerminatorCount > 0 && (count != expectedFieldCount || scan.strayQuote != nil)
        if isSuspect || scan.unterminatedQuote != nil,
            var repaired = repair(bytes, from: start, record: scan, isFinal: isFinal, fields: &fields)
        {
            repaired.isCutOpenQuote = scan.unterminatedQuote != nil
            return repaired
        }
        allowance.earn(scan.next &- start)
        learn(count)
        return scan
    }

    /// Reads what is left of a record at the beginning of the bytes.
    func readRest(_ bytes: Span<UInt8>, isInsideQuotes: Bool, into fields: inout [FieldSpan]) -> RecordScan {
        guard isInsideQuotes else { return scanner.scan(bytes, from: 0, isFinal: false, into: &fields) }
        return scanner.scanRest(bytes, insideQuotesFrom: 0, into: &fields)
    }

    /// Starts with the largest allowance, as a stretch does that another one may precede.
    mutating func beginStretch() {
        allowance = .full
    }

    /// Puts a stretch behind this one that another reader has read; false where this one would have read it otherwise.
    mutating func append(_ other: RepairingReader) -> Bool {
        repairCount &+= other.repairCount
        return allowance.append(other.allowance)
    }

    /// Whether a record has as many fields as others have.
    @inline(__always)
    func expects(_ fieldCount: Int) -> Bool {
        fieldCount == expectedFieldCount
    }

    /// Notes how many bytes were read by the index.
    mutating func noteTrustedBytes(_ count: Int) {
        allowance.earn(count)
    }

    /// Cuts a record that is too long to hold at its first line, if that looks like a record of the table.
    mutating func cutLongRecord(
        _ bytes: Span<UInt8>,
        from start: Int,
        into fields: inout [FieldSpan]
    ) -> RecordScan? {
        let whole = RecordScan(next: bytes.count, isComplete: false, unterminatedQuote: start)
        return repair(bytes, from: start, record: whole, isFinal: false, fields: &fields)
    }

    private mutating func repair(
        _ bytes: Span<UInt8>,
        from start: Int,
        record: RecordScan,
        isFinal: Bool,
        fields: inout [FieldSpan]
    ) -> RecordScan? {
        guard let expected = expectedFieldCount, expected > 1 else { return nil }
        guard allowance.spend(record.next &- start) else { return nil }
        let line = lineScanner.scan(bytes, from: start, isFinal: isFinal, into: &scratch)
        guard line.isComplete, line.next < record.next, scratch.count == expected else { return nil }
        guard followersAgree(bytes, from: line.next, to: record.next, expected: expected) else { return nil }
        repairCount += 1
        swap(&scratch, &fields)
        var result = line
        result.strayQuote = result.strayQuote ?? start
        return result
    }

    /// Whether at least half of the next lines, read on their own, have the expected number of fields.
    private func followersAgree(_ bytes: Span<UInt8>, from start: Int, to end: Int, expected: Int) -> Bool {
        var fields: [FieldSpan] = []
        var position = start
        var agreeing = 0
        var lines = 0
        while position < end, lines < 8 {
            let line = lineScanner.scan(bytes, from: position, isFinal: true, into: &fields)
            lines += 1
            if fields.count == expected { agreeing += 1 }
            guard line.next > position else { break }
            position = line.next
        }
        return agreeing * 2 >= lines
    }

    /// Follows the number of fields that records have: three in a row settle it.
    private mutating func learn(_ count: Int) {
        guard isLearning, count != expectedFieldCount else { return }
        agreement = count == previousFieldCount ? agreement + 1 : 1
        previousFieldCount = count
        if expectedFieldCount == nil ? agreement >= 2 : agreement >= 8 { expectedFieldCount = count }
    }
}
