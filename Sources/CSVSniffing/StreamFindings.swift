/// Everything that is known of a text so far.
struct StreamFindings: Sendable {
    private(set) var sample: SampleVerdict?
    private(set) var grammar = Grammar(delimiter: nil)
    private(set) var profile = TableProfile(columnCount: 0, describedColumnLimit: 0)
    /// The bytes of the fields of the header records.
    private(set) var headerRecords: [[HeaderField]] = []
    private(set) var terminators = CSVLineTerminatorCounts()
    private(set) var blankLineCount = 0
    private(set) var commentRowCount = 0
    private(set) var recordIndex = 0
    private(set) var strayQuoteOffset: Int?
    private(set) var unterminatedQuoteOffset: Int?
    private(set) var longRecordOffset: Int?
    private(set) var quotedFieldSeen = false
    private(set) var doubledQuoteSeen = false
    /// Where the sample ended, in bytes of the text.
    private var sampleEnd = 0
    private var describedColumnLimit = 0
    private var comment = Grammar.absent

    /// A field of a header record.
    struct HeaderField: Sendable {
        var bytes: [UInt8]
        var isEscaped: Bool
    }

    /// What a record is for.
    enum Role {
        case skipped, header, data
    }

    mutating func begin(_ sample: SampleVerdict, sampleByteCount: Int, configuration: CSVSniffer.Configuration) {
        self.sample = sample
        grammar = sample.grammar
        sampleEnd = sampleByteCount
        describedColumnLimit = Swift.max(configuration.maximumColumnCount, 0)
        comment = sample.comment.map { UInt16($0) } ?? Grammar.absent
        profile = TableProfile(columnCount: sample.layout.columnCount, describedColumnLimit: describedColumnLimit)
    }

    /// What the next record is for.
    var role: Role {
        guard let layout = sample?.layout else { return .skipped }
        if recordIndex < layout.skipRows { return .skipped }
        return recordIndex < layout.skipRows + layout.headerRowCount ? .header : .data
    }

    // MARK: - Records

    /// Takes a whole record into account.
    mutating func add(
        _ fields: borrowing [FieldSpan],
        in bytes: Span<UInt8>,
        scan: RecordScan,
        at position: Int,
        blockOffset: Int
    ) {
        note(scan.terminator)
        if let stray = scan.strayQuote, strayQuoteOffset == nil { strayQuoteOffset = blockOffset + stray }
        if let quote = scan.unterminatedQuote { unterminatedQuoteOffset = blockOffset + quote }
        let role = role
        recordIndex &+= 1
        switch role {
        case .skipped: break
        case .header: addHeader(fields, in: bytes)
        case .data: addData(fields, in: bytes, at: position, blockOffset: blockOffset)
        }
    }

    private mutating func addHeader(_ fields: borrowing [FieldSpan], in bytes: Span<UInt8>) {
        var record: [HeaderField] = []
        for index in 0..<Swift.min(fields.count, describedColumnLimit) {
            let field = fields[index]
            let content = bytes.extracting(field.start..<field.end)
            record.append(HeaderField(bytes: Array(copying: content), isEscaped: field.isEscaped))
        }
        headerRecords.append(record)
    }

    private mutating func addData(
        _ fields: borrowing [FieldSpan],
        in bytes: Span<UInt8>,
        at position: Int,
        blockOffset: Int
    ) {
        let first = fields[0]
        if fields.count == 1, first.isEmpty, !first.isQuoted {
            blankLineCount &+= 1
            return
        }
        if UInt16(bytes[position]) == comment {
            commentRowCount &+= 1
            return
        }
        profile.isPastSample = blockOffset &+ position >= sampleEnd
        profile.add(fields, in: bytes)
    }

    // MARK: - Records of the index

    /// Takes a data record into account that begins at `start` and whose fields end at `ends`.
    @inline(__always)
    mutating func addIndexed(
        _ bytes: Span<UInt8>,
        start: Int,
        ends: Span<UInt32>,
        terminator: RecordScan.Terminator,
        blockOffset: Int
    ) {
        note(terminator)
        recordIndex &+= 1
        if ends.count == 1, Int(ends[0]) == start {
            blankLineCount &+= 1
            return
        }
        if UInt16(bytes[start]) == comment {
            commentRowCount &+= 1
            return
        }
        profile.isPastSample = blockOffset &+ start >= sampleEnd
        profile.addIndexed(bytes, start: start, ends: ends, quote: grammar.quote)
    }

    // MARK: - Parts of long records

    /// Takes a field of a long record into account.
    mutating func addLongField(_ content: [UInt8], column: Int, byteCount: Int) {
        guard role == .data else { return }
        guard byteCount == content.count else {
            profile.addLongField(column: column, byteCount: byteCount)
            return
        }
        profile.addField(column: column, in: content.span)
    }

    /// Counts a long record.
    mutating func finishLongRecord(
        fieldCount: Int,
        isEmpty: Bool,
        terminator: RecordScan.Terminator,
        offset: Int,
        unterminatedQuote: Int?
    ) {
        note(terminator)
        if longRecordOffset == nil { longRecordOffset = offset }
        if let unterminatedQuote { unterminatedQuoteOffset = unterminatedQuote }
        let role = role
        recordIndex &+= 1
        if role == .header { headerRecords.append([]) }
        guard role == .data else { return }
        profile.finishRecord(fieldCount: fieldCount, isEmpty: isEmpty, isContradiction: false)
    }

    @inline(__always)
    private mutating func note(_ terminator: RecordScan.Terminator) {
        switch terminator {
        case .lf: terminators.lf &+= 1
        case .crlf: terminators.crlf &+= 1
        case .cr: terminators.cr &+= 1
        case .endOfText: break
        }
    }
}
