/// Divides a buffer into records and fields, one record at a call.
///
/// A quote opens a field only at its beginning and closes it only before a delimiter or a line end; any other
/// quote is content. So a stray quote costs at most the record that it stands in.
struct RecordScanner: Sendable {
    let grammar: Grammar

    /// Whether a quoted field must close on the line where it opened; a quote that does not is content.
    var isLineBounded = false

    /// What ends unquoted content or escapes in it, each byte eight times.
    private let delimiterPattern: UInt64
    private let escapePattern: UInt64

    private static let lineFeedPattern = ByteMasks.ones &* UInt64(UInt8.lineFeed)
    private static let carriageReturnPattern = ByteMasks.ones &* UInt64(UInt8.carriageReturn)

    init(_ grammar: Grammar) {
        self.grammar = grammar
        delimiterPattern = grammar.hasDelimiter ? ByteMasks.ones &* UInt64(grammar.delimiter) : Self.lineFeedPattern
        escapePattern = grammar.hasEscape ? ByteMasks.ones &* UInt64(grammar.escape) : Self.lineFeedPattern
    }

    /// Scans the record that begins at `start`.
    ///
    /// Replaces `fields` by the fields of the record. Unless the text ends where the buffer ends, a record that
    /// reaches the end of the buffer is not complete.
    func scan(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool, into fields: inout [FieldSpan]) -> RecordScan {
        fields.removeAll(keepingCapacity: true)
        let position = grammar.mergesDelimiters ? skippingDelimiters(bytes, from: start) : start
        return scanFields(bytes, from: position, isFinal: isFinal, into: &fields)
    }

    /// Scans what is left of a record from a place inside a quoted field on.
    func scanRest(_ bytes: Span<UInt8>, insideQuotesFrom start: Int, into fields: inout [FieldSpan]) -> RecordScan {
        fields.removeAll(keepingCapacity: true)
        var result = RecordScan(next: start, isComplete: true)
        guard case .closed(_, let end, _) = scanQuoted(bytes, from: start, isFinal: false, result: &result) else {
            return .incomplete
        }
        guard let afterDelimiter = delimiterEnd(bytes, at: end) else {
            return finish(bytes, at: end, isFinal: false, result: result)
        }
        return scanFields(bytes, from: afterDelimiter, isFinal: false, into: &fields)
    }

    private func scanFields(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        into fields: inout [FieldSpan]
    ) -> RecordScan {
        var result = RecordScan(next: start, isComplete: true)
        var position = start
        while true {
            guard let end = scanField(bytes, from: position, isFinal: isFinal, fields: &fields, result: &result) else {
                return .incomplete
            }
            guard let afterDelimiter = delimiterEnd(bytes, at: end) else {
                return finish(bytes, at: end, isFinal: isFinal, result: result)
            }
            position = afterDelimiter
            guard grammar.mergesDelimiters else { continue }
            position = skippingDelimiters(bytes, from: position)
            if position == bytes.count && !isFinal { return .incomplete }
            if position == bytes.count || bytes[position].isTerminator {
                return finish(bytes, at: position, isFinal: isFinal, result: result)
            }
        }
    }

    // MARK: - Fields

    /// Appends the field at `start`; returns where it ends, `nil` when the buffer ends first.
    private func scanField(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        fields: inout [FieldSpan],
        result: inout RecordScan
    ) -> Int? {
        if grammar.hasQuote {
            var opening = start
            if grammar.skipsSpaceBeforeQuote {
                while opening < bytes.count, bytes[opening] == .space { opening &+= 1 }
            }
            if opening < bytes.count, UInt16(bytes[opening]) == grammar.quote {
                switch scanQuoted(bytes, from: opening &+ 1, isFinal: isFinal, result: &result) {
                case .closed(let contentEnd, let end, let isEscaped):
                    fields.append(
                        FieldSpan(start: opening &+ 1, end: contentEnd, isQuoted: true, isEscaped: isEscaped)
                    )
                    return end
                case .open where !isFinal && !isLineBounded:
                    return nil
                case .open where !isLineBounded:
                    result.unterminatedQuote = opening
                    fields.append(FieldSpan(start: opening &+ 1, end: bytes.count, isQuoted: true))
                    return bytes.count
                case .open:
                    result.strayQuote = result.strayQuote ?? opening
                }
            }
        }
        guard let end = unquotedEnd(bytes, from: start, isFinal: isFinal) else { return nil }
        fields.append(FieldSpan(start: start, end: end, isQuoted: false))
        return end
    }

    private func unquotedEnd(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Int? {
        var index = start
        let count = bytes.count
        while index < count {
            if index &+ 8 <= count {
                let ends = unquotedEnds(ByteMasks.word(bytes, at: index))
                guard ends != 0 else {
                    index &+= 8
                    continue
                }
                index &+= ends.trailingZeroBitCount / 8
            }
            let byte = bytes[index]
            if byte.isTerminator { return index }
            if UInt16(byte) == grammar.delimiter && isDelimiter(bytes, at: index) { return index }
            if UInt16(byte) == grammar.escape, index &+ 1 < count, !bytes[index &+ 1].isTerminator { index &+= 1 }
            index &+= 1
        }
        return isFinal ? count : nil
    }

    /// The high bits of those of eight bytes that may end unquoted content.
    @inline(__always)
    private func unquotedEnds(_ word: UInt64) -> UInt64 {
        let others =
            ByteMasks.differing(word, Self.lineFeedPattern) & ByteMasks.differing(word, Self.carriageReturnPattern)
            & ByteMasks.differing(word, delimiterPattern) & ByteMasks.differing(word, escapePattern)
        return ~others & ByteMasks.high
    }

    private enum QuotedScan {
        case closed(contentEnd: Int, end: Int, isEscaped: Bool)
        case open
    }

    private func scanQuoted(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        result: inout RecordScan
    ) -> QuotedScan {
        var index = start
        var isEscaped = false
        var embedded = 0
        var stray: Int?
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            if UInt16(byte) == grammar.quote {
                let next = index &+ 1
                if next < count, bytes[next] == byte {
                    isEscaped = true
                    index &+= 2
                    continue
                }
                if let end = closingBoundary(bytes, from: next, isFinal: isFinal) {
                    result.embeddedTerminatorCount &+= embedded
                    result.strayQuote = result.strayQuote ?? stray
                    return .closed(contentEnd: index, end: end, isEscaped: isEscaped)
                }
                if next == count { return .open }
                stray = stray ?? index
            } else if UInt16(byte) == grammar.escape {
                isEscaped = true
                index &+= 1
            } else if byte == .lineFeed || byte == .carriageReturn {
                if isLineBounded { return .open }
                if byte == .lineFeed || index &+ 1 >= count || bytes[index &+ 1] != .lineFeed { embedded &+= 1 }
            }
            index &+= 1
        }
        result.embeddedTerminatorCount &+= embedded
        return .open
    }

    /// Where a field ends whose closing quote stands before `start`; `nil` when the quote does not close it.
    private func closingBoundary(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Int? {
        var index = start
        while true {
            guard index < bytes.count else { return isFinal ? index : nil }
            let byte = bytes[index]
            if byte.isTerminator || isDelimiter(bytes, at: index) { return index }
            guard byte.isBlank else { return nil }
            index &+= 1
        }
    }

    // MARK: - Delimiters

    @inline(__always)
    private func isDelimiter(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard UInt16(bytes[index]) == grammar.delimiter else { return false }
        guard grammar.delimiterTail != Grammar.absent else { return true }
        return index &+ 1 < bytes.count && UInt16(bytes[index &+ 1]) == grammar.delimiterTail
    }

    private func delimiterEnd(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        guard index < bytes.count, isDelimiter(bytes, at: index) else { return nil }
        return index &+ grammar.delimiterLength
    }

    private func skippingDelimiters(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, UInt16(bytes[index]) == grammar.delimiter { index &+= 1 }
        return index
    }

    // MARK: - Record ends

    private func finish(_ bytes: Span<UInt8>, at end: Int, isFinal: Bool, result: RecordScan) -> RecordScan {
        var result = result
        guard end < bytes.count else {
            result.isComplete = isFinal
            result.next = end
            return result
        }
        if bytes[end] == .lineFeed {
            result.terminator = .lf
            result.next = end &+ 1
            return result
        }
        if end &+ 1 == bytes.count && !isFinal { return .incomplete }
        let isCRLF = end &+ 1 < bytes.count && bytes[end &+ 1] == .lineFeed
        result.terminator = isCRLF ? .crlf : .cr
        result.next = end &+ (isCRLF ? 2 : 1)
        return result
    }
}
