/// Divides blocks of text into records and takes each into account.
struct RecordPipeline: Sendable {
    /// What is done with the bytes of a block.
    private enum Stage: Sendable {
        case records, longRecord, ignoring
    }

    private var stage = Stage.ignoring
    /// The offset in the text of the first byte of the next block.
    private var blockOffset = 0
    private var reader = RepairingReader(Grammar(delimiter: nil))
    private var longRecord = LongRecordScanner(Grammar(delimiter: nil), offset: 0)
    private var fields: [FieldSpan] = []
    private var index = StructuralIndex()
    private var policy = IndexPolicy()
    private var isIndexable = false
    private(set) var findings = StreamFindings()

    /// Begins with what the sample suggests.
    mutating func begin(_ sample: SampleVerdict, sampleByteCount: Int, _ configuration: CSVSniffer.Configuration) {
        findings.begin(sample, sampleByteCount: sampleByteCount, configuration: configuration)
        reader = RepairingReader(sample.grammar, expectedFieldCount: sample.expectedFieldCount)
        isIndexable = sample.grammar.isIndexable
        stage = sample.isText ? .records : .ignoring
    }

    /// Reads the records of a block; returns how many bytes were read. The others belong to the next block.
    mutating func read(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
        var position = 0
        while position < bytes.count {
            let rest = bytes.extracting(position..<bytes.count)
            let stageBefore = stage
            let consumed = readStage(rest, isFinal: isFinal)
            blockOffset += consumed
            position += consumed
            if consumed == 0, stage == stageBefore { break }
        }
        return position
    }

    /// Ends the text.
    mutating func finish() {
        guard stage == .longRecord else { return }
        longRecord.finish(into: &findings)
    }

    private mutating func readStage(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
        switch stage {
        case .ignoring: return bytes.count
        case .longRecord: return readLongRecord(bytes)
        case .records: return readRecords(bytes, isFinal: isFinal)
        }
    }

    private mutating func readRecords(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
        var position = 0
        while position < bytes.count {
            if canIndex {
                let next = readIndexed(bytes, from: position)
                if next > position {
                    position = next
                    continue
                }
            }
            let scan = reader.read(bytes, from: position, isFinal: isFinal, into: &fields)
            guard scan.isComplete else { break }
            findings.add(fields, in: bytes, scan: scan, at: position, blockOffset: blockOffset)
            policy.noteSlowRecord()
            position = scan.next
        }
        if position == 0, !isFinal, bytes.count >= TableStream.longestRecord {
            position = cutLongRecord(bytes)
        }
        return position
    }

    // MARK: - By the index

    private var canIndex: Bool {
        isIndexable && !policy.isPausing && findings.role == .data
    }

    /// Reads the records of a stretch whose quotes are regular; returns where the first record begins that is left.
    private mutating func readIndexed(_ bytes: Span<UInt8>, from start: Int) -> Int {
        index.build(bytes, from: start, grammar: findings.grammar)
        let next = RecordPipeline.consume(index, bytes, from: start, at: blockOffset, by: &reader, into: &findings)
        // Where little came of it, the index is not worth its price.
        let isPoor = index.recordCount > 0 && next &- start < StructuralIndex.stretch / 4
        policy.noteIndex(isIrregular: index.isIrregular || isPoor)
        reader.noteTrustedBytes(next &- start)
        return next
    }

    private static func consume(
        _ index: borrowing StructuralIndex,
        _ bytes: Span<UInt8>,
        from start: Int,
        at blockOffset: Int,
        by reader: inout RepairingReader,
        into findings: inout StreamFindings
    ) -> Int {
        let positions = index.positions.span
        let recordEnds = index.recordEnds.span
        var position = start
        var first = 0
        for record in 0..<index.recordCount {
            let last = Int(recordEnds[record])
            let end = Int(positions[last])
            // The line feed of a CR LF ends no record of its own.
            guard end >= position else {
                first = last &+ 1
                continue
            }
            guard end &+ 1 < bytes.count else { break }
            let ends = positions.extracting(first..<(last &+ 1))
            if !reader.expects(ends.count) {
                // Such a record may owe its line breaks to a stray quote; the reader will see.
                if index.hasQuotes, holdsBreak(bytes, from: position, to: end) { break }
                reader.noteFieldCount(ends.count)
            }
            let isLF = bytes[end] == .lineFeed
            let isCRLF = !isLF && bytes[end &+ 1] == .lineFeed
            let terminator: RecordScan.Terminator = isLF ? .lf : isCRLF ? .crlf : .cr
            findings.addIndexed(bytes, start: position, ends: ends, terminator: terminator, blockOffset: blockOffset)
            first = last &+ 1
            position = end &+ (isCRLF ? 2 : 1)
        }
        return position
    }

    private static func holdsBreak(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where bytes[index].isTerminator { return true }
        return false
    }

    /// Deals with a block that is one record and not all of it; returns how many bytes were read.
    private mutating func cutLongRecord(_ bytes: Span<UInt8>) -> Int {
        if let scan = reader.cutLongRecord(bytes, from: 0, into: &fields) {
            findings.add(fields, in: bytes, scan: scan, at: 0, blockOffset: blockOffset)
            return scan.next
        }
        longRecord = LongRecordScanner(findings.grammar, offset: blockOffset)
        stage = .longRecord
        return 0
    }

    private mutating func readLongRecord(_ bytes: Span<UInt8>) -> Int {
        let consumed = longRecord.read(bytes, into: &findings)
        if longRecord.isComplete { stage = .records }
        return consumed
    }
}
