/// Divides blocks of text into records and takes each into account.
struct RecordPipeline: Sendable {
    /// What is done with the bytes of a block.
    private enum Stage: Sendable {
        case records, longRecord, ignoring
    }

    private var stage = Stage.ignoring
    /// The offset in the text of the first byte of the next block.
    private var blockOffset = 0
    private(set) var reader = RepairingReader(Grammar(delimiter: nil), expectedFieldCount: nil)
    private var longRecord = LongRecordScanner(Grammar(delimiter: nil), offset: 0)
    private var fields: [FieldSpan] = []
    private var index = StructuralIndex()
    private var policy = IndexPolicy()
    private var isIndexable = false
    private var pattern = StructuralPattern(Grammar(delimiter: nil))
    private var expectedFieldCount: Int?
    private(set) var findings = StreamFindings()

    /// Begins with what the sample suggests.
    mutating func begin(_ sample: SampleVerdict, sampleByteCount: Int, _ configuration: CSVSniffer.Configuration) {
        findings.begin(sample, sampleByteCount: sampleByteCount, configuration: configuration)
        reader = RepairingReader(sample.grammar, expectedFieldCount: sample.expectedFieldCount)
        isIndexable = sample.grammar.isIndexable
        pattern = StructuralPattern(sample.grammar)
        expectedFieldCount = sample.expectedFieldCount
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
        if stage == .longRecord { longRecord.finish(into: &findings) }
        findings.finish()
    }

    // MARK: - Parts of a text

    /// A pipeline for a later part of the text, which begins with a record.
    func following() -> RecordPipeline {
        var result = RecordPipeline()
        result.reader = reader
        result.reader.beginStretch()
        result.isIndexable = isIndexable
        result.pattern = pattern
        result.expectedFieldCount = expectedFieldCount
        result.findings = findings.following()
        result.stage = stage == .ignoring ? .ignoring : .records
        return result
    }

    /// Whether the text is divided into records at all.
    var isReading: Bool { stage != .ignoring }

    /// Whether the next byte begins a record.
    var isAtRecord: Bool { stage != .longRecord }

    /// The number of bytes that were read.
    var byteCount: Int { blockOffset }

    /// Puts a later part behind this one; false, and without effect, where it would have been read otherwise here.
    mutating func append(_ other: RecordPipeline) -> Bool {
        var joined = reader
        guard joined.append(other.reader) else { return false }
        reader = joined
        findings.append(other.findings, at: blockOffset)
        longRecord = other.longRecord
        longRecord.move(by: blockOffset)
        stage = other.stage
        blockOffset &+= other.blockOffset
        return true
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
            // Whether a record is too long must not depend on how many bytes there happen to be.
            let window = bytes.extracting(first: position &+ TableStream.longestRecord)
            let isAtEnd = isFinal && window.count == bytes.count
            let scan = reader.read(window, from: position, isFinal: isAtEnd, into: &fields)
            if scan.isComplete {
                findings.add(fields, in: bytes, scan: scan, at: position, blockOffset: blockOffset)
                policy.noteSlowRecord()
                position = scan.next
            } else {
                guard window.count &- position == TableStream.longestRecord else { break }
                position = cutLongRecord(window, from: position)
                if stage == .longRecord { break }
            }
        }
        return position
    }

    // MARK: - By the index

    private var canIndex: Bool {
        isIndexable && !policy.isPausing && findings.role == .data
    }

    /// Reads the records of a stretch whose quotes are regular; returns where the first record begins that is left.
    private mutating func readIndexed(_ bytes: Span<UInt8>, from start: Int) -> Int {
        if findings.isCounting { return count(bytes, from: start) }
        index.build(bytes, from: start, pattern: pattern)
        let next = RecordPipeline.consume(index, bytes, from: start, at: blockOffset, by: &reader, into: &findings)
        // Where little came of it, the index is not worth its price.
        let length = Swift.min(StructuralIndex.stretch, bytes.count &- start)
        let isPoor = index.recordCount > 0 && next &- start < length / 4
        policy.noteIndex(isIrregular: index.isIrregular || isPoor)
        reader.noteTrustedBytes(next &- start)
        return next
    }

    private mutating func count(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let counter = RecordCounter(
            pattern: pattern,
            grammar: findings.grammar,
            expectedFieldCount: expectedFieldCount
        )
        let next = counter.count(bytes, from: start, blockOffset: blockOffset, into: &findings)
        policy.noteIndex(isIrregular: next &- start < Swift.min(1024, (bytes.count &- start) / 4))
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

    /// Deals with a record that has no end in a mebibyte; returns where the next one begins.
    private mutating func cutLongRecord(_ bytes: Span<UInt8>, from start: Int) -> Int {
        if let scan = reader.cutLongRecord(bytes, from: start, into: &fields) {
            findings.add(fields, in: bytes, scan: scan, at: start, blockOffset: blockOffset)
            return scan.next
        }
        longRecord = LongRecordScanner(findings.grammar, offset: blockOffset &+ start)
        stage = .longRecord
        return start
    }

    private mutating func readLongRecord(_ bytes: Span<UInt8>) -> Int {
        let consumed = longRecord.read(bytes, into: &findings)
        if longRecord.isComplete { stage = .records }
        return consumed
    }
}
