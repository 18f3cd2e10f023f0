/// Reads a record that is too long to be held, byte by byte.
struct LongRecordScanner: Sendable {
    private enum State: Sendable {
        case fieldStart, unquoted, quoted, quoteInQuoted, escaped, carriageReturn
    }

    private let grammar: Grammar
    private var offset: Int
    private var position: Int
    private var state = State.fieldStart
    private var content: [UInt8] = []
    private var fieldByteCount = 0
    private var fieldCount = 0
    private var isEmpty = true
    private var quoteOffset: Int?
    private var swallowedLines = SwallowedLines()
    private(set) var isComplete = false

    private static let heldFieldBytes = 64

    init(_ grammar: Grammar, offset: Int) {
        self.grammar = grammar
        self.offset = offset
        position = offset
    }

    /// Adds to all offsets.
    mutating func move(by distance: Int) {
        offset &+= distance
        position &+= distance
        quoteOffset = quoteOffset.map { $0 &+ distance }
    }

    /// Reads up to the end of the record; returns how many bytes were read.
    mutating func read(_ bytes: Span<UInt8>, into findings: inout StreamFindings) -> Int {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if state == .carriageReturn {
                close(byte == .lineFeed ? .crlf : .cr, into: &findings)
                return byte == .lineFeed ? index + 1 : index
            }
            step(byte, into: &findings)
            index &+= 1
            position &+= 1
            if isComplete { return index }
        }
        return index
    }

    /// Closes the record at the end of the text.
    mutating func finish(into findings: inout StreamFindings) {
        guard !isComplete else { return }
        let isOpen = state == .quoted || state == .escaped
        if state != .carriageReturn { endField(into: &findings) }
        close(state == .carriageReturn ? .cr : .endOfText, into: &findings, isOpen: isOpen)
    }

    private mutating func step(_ byte: UInt8, into findings: inout StreamFindings) {
        swallowedLines.add(byte)
        switch state {
        case .quoted: stepQuoted(byte)
        case .escaped:
            hold(byte)
            state = .quoted
        case .quoteInQuoted where UInt16(byte) == grammar.quote:
            hold(byte)
            state = .quoted
        case .quoteInQuoted where !isBoundary(byte):
            hold(byte)
            state = .quoted
        case .fieldStart where UInt16(byte) == grammar.quote:
            quoteOffset = position
            swallowedLines = SwallowedLines()
            state = .quoted
        default: stepUnquoted(byte, into: &findings)
        }
    }

    private mutating func stepQuoted(_ byte: UInt8) {
        if UInt16(byte) == grammar.quote {
            state = .quoteInQuoted
        } else if UInt16(byte) == grammar.escape {
            state = .escaped
        } else {
            hold(byte)
        }
    }

    private mutating func stepUnquoted(_ byte: UInt8, into findings: inout StreamFindings) {
        if UInt16(byte) == grammar.delimiter {
            endField(into: &findings)
            state = .fieldStart
        } else if byte == .lineFeed {
            endField(into: &findings)
            close(.lf, into: &findings)
        } else if byte == .carriageReturn {
            endField(into: &findings)
            state = .carriageReturn
        } else {
            hold(byte)
            state = .unquoted
        }
    }

    private func isBoundary(_ byte: UInt8) -> Bool {
        byte.isTerminator || UInt16(byte) == grammar.delimiter
    }

    @inline(__always)
    private mutating func hold(_ byte: UInt8) {
        fieldByteCount &+= 1
        if content.count < LongRecordScanner.heldFieldBytes { content.append(byte) }
    }

    private mutating func endField(into findings: inout StreamFindings) {
        fieldCount += 1
        guard fieldByteCount > 0 else { return }
        findings.addLongField(content, column: fieldCount - 1, byteCount: fieldByteCount)
        isEmpty = false
        content.removeAll(keepingCapacity: true)
        fieldByteCount = 0
    }

    private mutating func close(
        _ terminator: RecordScan.Terminator,
        into findings: inout StreamFindings,
        isOpen: Bool = false
    ) {
        isComplete = true
        findings.finishLongRecord(
            fieldCount: fieldCount,
            isEmpty: isEmpty,
            terminator: terminator,
            offset: offset,
            openQuote: isOpen ? quoteOffset.map { (offset: $0, lineCount: swallowedLines.count) } : nil
        )
    }
}
