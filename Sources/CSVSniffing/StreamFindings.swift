/// Everything that is known of a text so far.
struct StreamFindings: Sendable {
    private(set) var sample: SampleVerdict?
    private(set) var grammar = Grammar(delimiter: nil)
    private(set) var profile = TableProfile(columnCount: 0, fieldCount: 0, describedColumnLimit: 0)
    /// The bytes of the fields of the header records.
    private(set) var headerRecords: [[HeaderField]] = []
    private(set) var terminators = CSVLineTerminatorCounts()
    private(set) var blankLineCount = 0
    private(set) var commentRowCount = 0
    private(set) var recordIndex = 0
    private(set) var strayQuoteOffset: Int?
    private(set) var unterminatedQuoteOffset: Int?
    /// How many lines the quote that never closes has taken as text of its field.
    private var swallowedLineCount = 0
    /// The number of data records up to and with the first one that never ends if its quote is believed.
    private var cutRowCount: Int?
    private(set) var longRecordOffset: Int?
    private(set) var footerRowCount = 0
    /// The number of data records that begin in the sample; the largest number while the sample is read.
    private(set) var sampleRowCount = Int.max
    /// Where the sample ended, in bytes of the text.
    private var sampleEnd = 0
    private var describedColumnLimit = 0
    /// Whether values are not looked at.
    private(set) var isCounting = false
    /// Whether the header stands in an earlier part of the text.
    private var isContinuation = false
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
        isCounting = !configuration.describesColumns
        describedColumnLimit = configuration.describesColumns ? Swift.max(configuration.maximumColumnCount, 0) : 0
        comment = sample.comment.map { UInt16($0) } ?? Grammar.absent
        profile = TableProfile(
            columnCount: sample.layout.columnCount,
            fieldCount: sample.expectedFieldCount ?? sample.layout.columnCount,
            describedColumnLimit: describedColumnLimit
        )
    }

    /// What the next record is for.
    var role: Role {
        guard let layout = sample?.layout else { return .skipped }
        if isContinuation { return .data }
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
        if let quote = scan.unterminatedQuote {
            unterminatedQuoteOffset = blockOffset + quote
            swallowedLineCount = SwallowedLines(in: bytes, from: quote).count
        }
        let role = role
        recordIndex &+= 1
        switch role {
        case .skipped: break
        case .header: addHeader(fields, in: bytes)
        case .data: addData(fields, in: bytes, at: position, blockOffset: blockOffset)
        }
        if scan.isCutOpenQuote, cutRowCount == nil { cutRowCount = profile.recordCount }
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
            noteBlankLine()
            return
        }
        if UInt16(bytes[position]) == comment {
            commentRowCount &+= 1
            return
        }
        noteDataRecord(at: blockOffset &+ position)
        profile.add(fields, in: bytes)
    }

    private mutating func noteBlankLine() {
        blankLineCount &+= 1
        profile.noteBlankLine()
    }

    @inline(__always)
    private mutating func noteDataRecord(at offset: Int) {
        guard offset >= sampleEnd, sampleRowCount == .max else { return }
        sampleRowCount = profile.recordCount
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
            noteBlankLine()
            return
        }
        if UInt16(bytes[start]) == comment {
            commentRowCount &+= 1
            return
        }
        noteDataRecord(at: blockOffset &+ start)
        profile.addIndexed(bytes, start: start, ends: ends, quote: grammar.quote)
    }

    /// Takes a data record into account that has content in other fields than the first.
    @inline(__always)
    mutating func addCounted(
        _ bytes: Span<UInt8>,
        start: Int,
        fieldCount: Int,
        terminator: RecordScan.Terminator,
        blockOffset: Int
    ) {
        note(terminator)
        recordIndex &+= 1
        if UInt16(bytes[start]) == comment {
            commentRowCount &+= 1
            return
        }
        noteDataRecord(at: blockOffset &+ start)
        profile.addCounted(fieldCount: fieldCount)
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
        openQuote: (offset: Int, lineCount: Int)?
    ) {
        note(terminator)
        if longRecordOffset == nil { longRecordOffset = offset }
        if let openQuote {
            unterminatedQuoteOffset = openQuote.offset
            swallowedLineCount = openQuote.lineCount
        }
        let role = role
        recordIndex &+= 1
        if role == .header { headerRecords.append([]) }
        guard role == .data else { return }
        noteDataRecord(at: offset)
        profile.settleTail()
        profile.finishRecord(fieldCount: fieldCount, isEmpty: isEmpty)
    }

    // MARK: - Parts of a text

    /// Findings about a later part of the same text, which begins with a data record.
    func following() -> StreamFindings {
        var result = StreamFindings()
        result.sample = sample
        result.grammar = grammar
        result.describedColumnLimit = describedColumnLimit
        result.comment = comment
        result.isCounting = isCounting
        result.sampleRowCount = 0
        result.isContinuation = true
        result.profile = TableProfile(
            columnCount: profile.columnCount,
            fieldCount: profile.fieldCount,
            describedColumnLimit: describedColumnLimit
        )
        return result
    }

    /// Puts the findings about a later part behind these; its offsets begin at `offset`.
    mutating func append(_ other: StreamFindings, at offset: Int) {
        if sampleRowCount == .max { sampleRowCount = profile.recordCount }
        terminators.lf &+= other.terminators.lf
        terminators.crlf &+= other.terminators.crlf
        terminators.cr &+= other.terminators.cr
        blankLineCount &+= other.blankLineCount
        commentRowCount &+= other.commentRowCount
        recordIndex &+= other.recordIndex
        strayQuoteOffset = strayQuoteOffset ?? other.strayQuoteOffset.map { $0 + offset }
        longRecordOffset = longRecordOffset ?? other.longRecordOffset.map { $0 + offset }
        cutRowCount = cutRowCount ?? other.cutRowCount.map { $0 + profile.recordCount }
        unterminatedQuoteOffset = other.unterminatedQuoteOffset.map { $0 + offset } ?? unterminatedQuoteOffset
        swallowedLineCount &+= other.swallowedLineCount
        profile.append(other.profile)
    }

    /// Ends the text.
    mutating func finish() {
        footerRowCount = profile.finishTail()
        sampleRowCount = Swift.min(sampleRowCount, profile.rowCount)
    }

    /// The number of data records if the quote that never closes is read the other way than it was.
    var alternativeRowCount: Int? {
        unterminatedQuoteOffset == nil ? cutRowCount : profile.rowCount + swallowedLineCount
    }

    /// The first data record that does not agree with what the records of the sample had in common.
    var firstContradictedAtRow: Int? {
        let ragged = profile.firstRaggedRow.flatMap { $0 > sampleRowCount ? $0 : nil }
        let rows = profile.columns.compactMap { $0.firstContradiction(after: sampleRowCount) }
        return (rows + [ragged].compactMap(\.self)).min()
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
