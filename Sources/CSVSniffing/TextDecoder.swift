/// Takes text in an encoding that contains ASCII.
protocol TextSink {
    /// Takes the next bytes.
    mutating func append(_ bytes: Span<UInt8>)
}

/// Turns the bytes of a file into text for the scanners: takes the byte order mark away, turns UTF-16 into UTF-8,
/// and leaves every other encoding as it is.
struct TextDecoder: Sendable {
    private enum State: Sendable {
        case undecided
        case bytes
        case utf16(UTF16Transcoder)
    }

    private var state = State.undecided
    private var prefix: [UInt8] = []
    private(set) var validator = UTF8Validator()
    private(set) var encoding = "utf-8"
    private(set) var bom = false
    private(set) var byteCount = 0
    private(set) var isTruncated = false

    /// What the caller says of the encoding.
    let declaredEncoding: String?
    /// Whether every byte is checked.
    private let isValidating: Bool

    /// Creates a decoder that finds out the encoding, unless it is declared.
    init(declaredEncoding: String?, isValidating: Bool) {
        self.declaredEncoding = declaredEncoding
        self.isValidating = isValidating
    }

    /// The number of bytes that decide the encoding.
    private static let prefixLength = 1024

    /// The number of bytes of the mark.
    var markLength: Int {
        guard bom else { return 0 }
        return isUTF16 ? 2 : 3
    }

    var isUTF16: Bool { encoding != "utf-8" }

    /// The number of characters U+0000.
    var nulCount: Int {
        guard case .utf16(let transcoder) = state else { return validator.nulCount }
        return transcoder.nulCount
    }

    /// Takes the next bytes of the file.
    mutating func push(_ bytes: Span<UInt8>, into stream: inout some TextSink) {
        byteCount += bytes.count
        var start = 0
        if case .undecided = state {
            start = Swift.min(bytes.count, TextDecoder.prefixLength - prefix.count)
            for index in 0..<start { prefix.append(bytes[index]) }
            guard prefix.count == TextDecoder.prefixLength else { return }
            decide(into: &stream)
        }
        forward(bytes.extracting(start..<bytes.count), into: &stream)
    }

    /// Whether enough bytes have come to know the encoding.
    var isDecided: Bool {
        guard case .undecided = state else { return true }
        return false
    }

    /// A decoder for a later part of the text that begins with a character.
    func following() -> TextDecoder {
        var result = TextDecoder(declaredEncoding: declaredEncoding, isValidating: isValidating)
        result.encoding = encoding
        result.bom = bom
        result.state = isUTF16 ? .utf16(UTF16Transcoder(isBigEndian: encoding == "utf-16be")) : .bytes
        return result
    }

    /// Puts a later part behind this one.
    mutating func append(_ other: TextDecoder, into stream: inout some TextSink) {
        byteCount += other.byteCount
        validator.append(other.validator)
        guard case .utf16(var transcoder) = state, case .utf16(let later) = other.state else { return }
        transcoder.append(later, into: &stream)
        state = .utf16(transcoder)
    }

    /// Ends the text.
    mutating func finish(into stream: inout some TextSink) {
        if case .undecided = state { decide(into: &stream) }
        if case .utf16(let transcoder) = state { isTruncated = transcoder.isInsideCharacter }
        validator.finish()
    }

    /// How many bytes at the beginning of a later part of the text belong to a character that began before; `nil` if
    /// more bytes are needed to tell.
    func continuationLength(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard isUTF16 else {
            for index in 0..<Swift.min(3, bytes.count) where bytes[index] & 0xC0 != 0x80 { return index }
            return bytes.count >= 3 ? 3 : nil
        }
        let unit = (offset - markLength) & 1
        guard bytes.count >= unit + 2 else { return nil }
        let high = bytes[encoding == "utf-16be" ? unit : unit + 1]
        return high & 0xFC == 0xDC ? unit + 2 : unit
    }

    private mutating func decide(into stream: inout some TextSink) {
        let guess = EncodingGuess(prefix.span, declared: declaredEncoding)
        encoding = guess.encoding
        bom = guess.markLength > 0
        state = guess.isUTF16 ? .utf16(UTF16Transcoder(isBigEndian: guess.isBigEndian)) : .bytes
        let held = prefix
        prefix = []
        if !isUTF16 { validator.skip(guess.markLength) }
        forward(held.span.extracting(guess.markLength..<held.count), into: &stream)
    }

    private mutating func forward(_ bytes: Span<UInt8>, into stream: inout some TextSink) {
        guard case .utf16(var transcoder) = state else {
            if isValidating { validator.update(bytes) }
            stream.append(bytes)
            return
        }
        state = .undecided
        transcoder.transcode(bytes, into: &stream)
        state = .utf16(transcoder)
    }
}

/// The encoding that the first bytes of a file suggest.
private struct EncodingGuess {
    var encoding = "utf-8"
    var markLength = 0

    var isUTF16: Bool { encoding != "utf-8" }
    var isBigEndian: Bool { encoding == "utf-16be" }

    init(_ bytes: Span<UInt8>, declared: String?) {
        self.init(bytes)
        guard let declared else { return }
        // A mark of another encoding is no mark.
        let name = declared.hasPrefix("utf-16") ? declared : "utf-8"
        if name != encoding { markLength = 0 }
        encoding = name
    }

    private init(_ bytes: Span<UInt8>) {
        let first = bytes.count > 0 ? bytes[0] : 0x20
        let second = bytes.count > 1 ? bytes[1] : 0x20
        if first == 0xFF, second == 0xFE {
            encoding = "utf-16le"
            markLength = 2
        } else if first == 0xFE, second == 0xFF {
            encoding = "utf-16be"
            markLength = 2
        } else if first == 0xEF, second == 0xBB, bytes.count > 2, bytes[2] == 0xBF {
            markLength = 3
        } else {
            guessFromZeros(bytes)
        }
    }

    /// UTF-16 without a mark: nearly every second byte of Latin text is zero.
    private mutating func guessFromZeros(_ bytes: Span<UInt8>) {
        guard bytes.count >= 4 else { return }
        var even = 0
        var odd = 0
        for index in bytes.indices where bytes[index] == 0 {
            if index & 1 == 0 { even += 1 } else { odd += 1 }
        }
        let units = bytes.count / 2
        if odd * 10 >= units * 7, even * 20 <= units { encoding = "utf-16le" }
        if even * 10 >= units * 7, odd * 20 <= units { encoding = "utf-16be" }
    }
}
