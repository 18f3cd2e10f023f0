/// The records of the beginning of a text, divided by one candidate grammar.
struct SampleTable: Sendable {
    private(set) var fields: [FieldSpan] = []
    /// The index in `fields` behind the last field of each record.
    private var fieldEnds: [Int] = []
    /// Where each record begins in the buffer.
    private(set) var offsets: [Int] = []
    private(set) var strayQuoteCount = 0
    private(set) var repairCount = 0
    /// Whether the last record was left out because the sample ends inside it.
    private(set) var isCut = false
    /// Where the records end.
    private var end = 0

    /// Divides `bytes` into records.
    ///
    /// Where the text does not end with the buffer, a record that reaches its end is left out. No more records are
    /// read than `limit`.
    init(_ bytes: Span<UInt8>, grammar: Grammar, from start: Int, isFinal: Bool, limit: Int = .max) {
        var reader = RepairingReader(learning: grammar)
        var position = start
        var record: [FieldSpan] = []
        while position < bytes.count, offsets.count < limit {
            let scan = reader.read(bytes, from: position, isFinal: isFinal, into: &record)
            guard scan.isComplete else {
                isCut = true
                // A sample that holds not one whole record still tells about its fields.
                if offsets.isEmpty { appendCutRecord(bytes, grammar: grammar, from: position) }
                break
            }
            append(record, at: position)
            if scan.strayQuote != nil { strayQuoteCount += 1 }
            position = scan.next
        }
        repairCount = reader.repairCount
        end = position
    }

    private mutating func appendCutRecord(_ bytes: Span<UInt8>, grammar: Grammar, from start: Int) {
        var record: [FieldSpan] = []
        _ = RecordScanner(grammar).scan(bytes, from: start, isFinal: true, into: &record)
        append(record, at: start)
    }

    private mutating func append(_ record: [FieldSpan], at offset: Int) {
        fields.append(contentsOf: record)
        fieldEnds.append(fields.count)
        offsets.append(offset)
    }

    var count: Int { offsets.count }

    /// The fields of a record.
    func record(_ index: Int) -> ArraySlice<FieldSpan> {
        fields[places(index)]
    }

    /// Where the fields of a record stand in ``fields``.
    func places(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : fieldEnds[index - 1])..<fieldEnds[index]
    }

    /// Whether no field is quoted.
    var isUnquoted: Bool { !fields.contains { $0.isQuoted } }

    /// Whether a byte stands where it opens a field if it is the quote. Where none does, and no other quote opened one,
    /// the grammar with that quote divides the text just so.
    func isOpened(by quote: UInt16, in bytes: Span<UInt8>) -> Bool {
        guard quote != Grammar.absent else { return false }
        for field in fields {
            var start = field.start
            while start < field.end, bytes[start] == .space { start &+= 1 }
            if start < field.end, UInt16(bytes[start]) == quote { return true }
        }
        guard isCut else { return false }
        for index in end..<bytes.count where UInt16(bytes[index]) == quote { return true }
        return false
    }

    func fieldCount(_ index: Int) -> Int {
        fieldEnds[index] - (index == 0 ? 0 : fieldEnds[index - 1])
    }

    /// Whether the record is a line without a byte.
    func isBlank(_ index: Int) -> Bool {
        guard fieldCount(index) == 1, let only = record(index).first else { return false }
        return only.isEmpty && !only.isQuoted
    }

    /// Which records are remarks in the text: lines that begin with a number sign, while others do not.
    func remarks(in bytes: Span<UInt8>) -> [Bool] {
        let marked = offsets.map { $0 < bytes.count && bytes[$0] == 0x23 }
        let others = (0..<count).contains { !marked[$0] && !isBlank($0) }
        return others ? marked : Array(repeating: false, count: count)
    }

    func filledCount(_ index: Int) -> Int {
        record(index).count { !$0.isEmpty }
    }

    /// The number of fields that most of the records from `start` on have; the larger one of equals.
    func modalFieldCount(from start: Int = 0) -> Int {
        mode(from: start)?.fieldCount ?? 0
    }

    /// The share of records that have the commonest number of fields.
    var modalShare: Double {
        guard let mode = mode(from: 0) else { return 0 }
        return Double(mode.records) / Double((0..<count).count { !isBlank($0) })
    }

    private func mode(from start: Int) -> (fieldCount: Int, records: Int)? {
        var histogram: [Int: Int] = [:]
        for index in start..<Swift.max(start, count) where !isBlank(index) {
            histogram[fieldCount(index), default: 0] += 1
        }
        let best = histogram.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return best.map { (fieldCount: $0.key, records: $0.value) }
    }
}
