/// Whether bytes are text, and in which encoding.
///
/// Text has no control characters but the usual ones; a few stray ones in a text that is mostly ASCII are forgiven. Encodings of eight
/// bits cannot be told apart here and are called `unknown-8bit` (RFC 1428).
struct TextSurvey {
    /// The IANA name of the encoding in lower case.
    var charset: String
    /// The length of the byte order mark.
    var markByteCount = 0
    /// How sure it is that the bytes are text.
    var confidence = 1.0

    /// Looks at the head; nil when it is binary.
    init?(_ sample: Sample) {
        let head = sample.head
        if let marked = Self.byMark(head) {
            self = marked
            return
        }
        let counts = Counts(head)
        let isWhole = head.count == sample.byteCount
        if counts.stray == 0, counts.high == 0 {
            self.init(charset: "us-ascii")
        } else if let wide = Self.wideWithoutMark(head, counts) {
            self = wide
        } else if counts.stray > 0, !counts.areMostlyPrintable(of: head.count) {
            return nil
        } else if counts.high == 0 || Self.isUTF8(head.dropFirst(counts.firstHigh), isWhole: isWhole) {
            self.init(charset: counts.high == 0 ? "us-ascii" : "utf-8", confidence: counts.stray == 0 ? 1 : 0.5)
        } else if counts.high * 2 <= head.count || head.count >= 128 {
            self.init(charset: "unknown-8bit", confidence: counts.stray == 0 ? 0.6 : 0.4)
        } else {
            return nil
        }
    }

    private init(charset: String, markByteCount: Int = 0, confidence: Double = 1) {
        self.charset = charset
        self.markByteCount = markByteCount
        self.confidence = confidence
    }

    // MARK: - Characters

    /// The most units of a wide encoding that are looked at.
    private static let unitCount = 8_192

    /// Whether ``characters(_:)`` leaves some of the head out.
    func isCut(_ head: ArraySlice<UInt8>) -> Bool {
        charset.hasPrefix("utf-16") || charset.hasPrefix("utf-32") ? head.count > Self.unitCount * 2 : false
    }

    /// The first characters in UTF-8, without a byte order mark: all of the head, or of a wide encoding 8,192 units.
    func characters(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let content = head.dropFirst(markByteCount)
        switch charset {
        case "utf-16le": return Self.narrow(content, UInt16.self, .little)
        case "utf-16be": return Self.narrow(content, UInt16.self, .big)
        case "utf-32le": return Self.narrow(content, UInt32.self, .little)
        case "utf-32be": return Self.narrow(content, UInt32.self, .big)
        default: return content
        }
    }

    private static func narrow<Unit: FixedWidthInteger & BitwiseCopyable>(
        _ content: ArraySlice<UInt8>, _ unit: Unit.Type, _ order: ByteOrder
    ) -> ArraySlice<UInt8> {
        let width = Unit.bitWidth / 8
        let offsets = stride(from: 0, to: min(content.count, unitCount * width), by: width)
        let units = offsets.compactMap { content.integer(unit, at: $0, order) }
        if let units = units as? [UInt16] { return Array(String(decoding: units, as: UTF16.self).utf8)[...] }
        return Array(String(decoding: units.map { UInt32($0) }, as: UTF32.self).utf8)[...]
    }

    // MARK: - Byte order marks

    private static func byMark(_ head: ArraySlice<UInt8>) -> TextSurvey? {
        for (mark, charset) in marks where head.starts(with: mark) {
            let survey = TextSurvey(charset: charset, markByteCount: mark.count)
            return survey.hasPlausibleCharacters(head) ? survey : nil
        }
        return nil
    }

    /// The marks of Unicode 16.0, table 23-4; the longer ones first.
    private static let marks: [([UInt8], String)] = [
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
        ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
    ]

    /// Whether the text behind a mark has no more than few control and replacement characters.
    private func hasPlausibleCharacters(_ head: ArraySlice<UInt8>) -> Bool {
        let counts = Counts(characters(head.prefix(4_096 + markByteCount)))
        let text = String(decoding: characters(head.prefix(1_024 + markByteCount)), as: UTF8.self)
        let replacements = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        return counts.stray * 64 <= head.count && replacements <= 1 + text.utf8.count / 64
    }

    /// UTF-16 without a mark: most units are ASCII, so every other byte is zero.
    private static func wideWithoutMark(_ head: ArraySlice<UInt8>, _ counts: Counts) -> TextSurvey? {
        guard head.count >= 8, counts.zerosAtEven + counts.zerosAtOdd > head.count / 4 else { return nil }
        let isLittle = counts.zerosAtOdd > counts.zerosAtEven
        guard min(counts.zerosAtEven, counts.zerosAtOdd) == 0 else { return nil }
        let survey = TextSurvey(charset: isLittle ? "utf-16le" : "utf-16be", confidence: 0.9)
        return Counts(survey.characters(head.prefix(4_096))).stray == 0 ? survey : nil
    }

    // MARK: - UTF-8

    /// Whether the bytes are well-formed UTF-8 (Unicode 16.0, table 3-7); a sequence may be cut at the end of a part.
    private static func isUTF8(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
        let span = bytes.span
        var index = 0
        while index < span.count {
            let first = span[index]
            guard first >= 0x80 else {
                index += 1
                index += PrintableASCII.count(span, at: index)
                continue
            }
            guard let length = sequenceByteCount(first) else { return false }
            guard index + length <= span.count else { return !isWhole }
            guard isContinuation(first, span[index + 1]) else { return false }
            for next in 2..<max(2, length) where span[index + next] & 0xC0 != 0x80 { return false }
            index += length
        }
        return true
    }

    private static func sequenceByteCount(_ first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    private static func isContinuation(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE0: (0xA0...0xBF).contains(second)
        case 0xED: (0x80...0x9F).contains(second)
        case 0xF0: (0x90...0xBF).contains(second)
        case 0xF4: (0x80...0x8F).contains(second)
        default: second & 0xC0 == 0x80
        }
    }
}

/// Counts eight bytes at a time.
private enum PrintableASCII {
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// How many bytes from a place on are from space to tilde, at least; the next one may be, where fewer than eight
    /// are left.
    @inline(__always)
    static func count(_ bytes: Span<UInt8>, at start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            // Safe: eight bytes are left.
            let word = UInt64(
                littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
            // Below 0x20 the subtraction borrows into the high bit, from 0x7F on the addition carries into it; up to
            // the first byte that is either, no borrow or carry leaves a byte.
            let others = (word | (word &- 0x20 &* ones) | (word &+ ones)) & (0x80 &* ones)
            guard others == 0 else { return index + others.trailingZeroBitCount / 8 - start }
            index += 8
        }
        return index - start
    }
}

/// How many bytes of which sort.
private struct Counts {
    /// Control characters that no text needs, zeros among them.
    var stray = 0
    /// Bytes from 0x80.
    var high = 0
    var firstHigh = 0
    var zerosAtEven = 0
    var zerosAtOdd = 0

    init(_ bytes: ArraySlice<UInt8>) {
        let span = bytes.span
        var index = 0
        while index < span.count {
            index += PrintableASCII.count(span, at: index)
            guard index < span.count else { break }
            count(span[index], at: index)
            index += 1
        }
    }

    private mutating func count(_ byte: UInt8, at index: Int) {
        guard byte < 0x20 || byte >= 0x7F else { return }
        if byte >= 0x80 {
            if high == 0 { firstHigh = index }
            high += 1
        } else if Self.isStray(byte) {
            stray += 1
            if byte == 0 { count(zeroAt: index) }
        }
    }

    /// Text with some damage: one byte in a hundred is a control character, three in four are printable ASCII.
    func areMostlyPrintable(of count: Int) -> Bool {
        stray * 100 <= count && (stray + high) * 4 <= count
    }

    private mutating func count(zeroAt index: Int) {
        if index & 1 == 0 { zerosAtEven += 1 } else { zerosAtOdd += 1 }
    }

    /// All but bell to carriage return, the end of a DOS file, escape, and the four separators.
    private static func isStray(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x07...0x0D, 0x1A...0x1F: false
        default: true
        }
    }
}
