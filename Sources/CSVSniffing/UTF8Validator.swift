/// Checks that bytes are UTF-8 as the Unicode Standard, table 3-7, allows it, and counts zeros among them.
struct UTF8Validator: Sendable {
    private var position = 0
    private var characterStart = 0
    /// How many continuation bytes are to come, and between which values the next one must be.
    private var remaining = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF
    private(set) var firstInvalidOffset: Int?
    private(set) var nulCount = 0

    /// Leaves out bytes at the beginning.
    mutating func skip(_ count: Int) {
        position += count
    }

    /// Puts a later part behind this one, which does not begin inside a character.
    mutating func append(_ other: UTF8Validator) {
        guard other.position > 0 else { return }
        if remaining > 0 { fail(at: characterStart) }
        if let offset = other.firstInvalidOffset { fail(at: position &+ offset) }
        characterStart = position &+ other.characterStart
        remaining = other.remaining
        lower = other.lower
        upper = other.upper
        nulCount &+= other.nulCount
        position &+= other.position
    }

    /// Takes the next bytes.
    mutating func update(_ bytes: Span<UInt8>) {
        var index = 0
        let count = bytes.count
        while index < count {
            if remaining == 0, index &+ 8 <= count {
                let next = UTF8Validator.skipWord(bytes, from: index)
                position &+= next &- index
                if next == index &+ 8 {
                    index = UTF8Validator.skipPlain(bytes, from: next)
                    position &+= index &- next
                    continue
                }
                index = next
            }
            step(bytes[index])
            index &+= 1
            position &+= 1
            while remaining > 0, index < count, bytes[index] >= lower, bytes[index] <= upper {
                proceed()
                index &+= 1
                position &+= 1
            }
        }
    }

    /// The first place in eight bytes that is not ASCII or is zero, or the place behind them.
    @inline(__always)
    private static func skipWord(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let word = ByteMasks.word(bytes, at: start)
        let special = (word | (word &- ByteMasks.ones)) & ByteMasks.high
        return start &+ special.trailingZeroBitCount / 8
    }

    /// The place behind as many groups of 32 bytes as are all ASCII and not zero.
    @inline(__always)
    private static func skipPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index &+ 32 <= bytes.count, isPlain(bytes.extracting(index..<(index &+ 32))) { index &+= 32 }
        return index
    }

    /// Ends the text; a character that is not complete is invalid.
    mutating func finish() {
        if remaining > 0 { fail(at: characterStart) }
    }

    /// Whether 32 bytes are ASCII and none is zero; may say no without reason only behind a zero.
    @inline(__always)
    private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        var bits: UInt64 = 0
        for lane in 0..<4 {
            let word = ByteMasks.word(bytes, at: lane &* 8)
            bits |= word | (word &- ByteMasks.ones)
        }
        return bits & ByteMasks.high == 0
    }

    private mutating func step(_ byte: UInt8) {
        if remaining == 0 {
            if byte == 0 { nulCount &+= 1 }
            if byte >= 0x80 { begin(byte) }
            return
        }
        guard byte >= lower, byte <= upper else {
            fail(at: characterStart)
            remaining = 0
            step(byte)
            return
        }
        proceed()
    }

    /// Takes a byte that continues a character.
    @inline(__always)
    private mutating func proceed() {
        remaining &-= 1
        lower = 0x80
        upper = 0xBF
    }

    private mutating func begin(_ byte: UInt8) {
        characterStart = position
        lower = 0x80
        upper = 0xBF
        switch byte {
        case 0xC2...0xDF: remaining = 1
        case 0xE0:
            remaining = 2
            lower = 0xA0
        case 0xED:
            remaining = 2
            upper = 0x9F
        case 0xE1...0xEF: remaining = 2
        case 0xF0:
            remaining = 3
            lower = 0x90
        case 0xF1...0xF3: remaining = 3
        case 0xF4:
            remaining = 3
            upper = 0x8F
        default: fail(at: position)
        }
    }

    private mutating func fail(at offset: Int) {
        if firstInvalidOffset == nil { firstInvalidOffset = offset }
    }
}
