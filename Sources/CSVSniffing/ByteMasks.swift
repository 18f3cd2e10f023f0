/// Finds bytes in eight at a time, in plain 64-bit arithmetic.
enum ByteMasks {
    static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    static let high: UInt64 = 0x8080_8080_8080_8080
    static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Eight bytes of a span as a word, the first one lowest.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
        let part = bytes.extracting(index..<(index &+ 8))
        var word = UInt64(part[0])
        word |= UInt64(part[1]) &<< 8
        word |= UInt64(part[2]) &<< 16
        word |= UInt64(part[3]) &<< 24
        word |= UInt64(part[4]) &<< 32
        word |= UInt64(part[5]) &<< 40
        word |= UInt64(part[6]) &<< 48
        word |= UInt64(part[7]) &<< 56
        return word
    }

    /// The high bit of each byte that differs from the byte of `pattern`; the other bits mean nothing.
    @inline(__always)
    static func differing(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return ((difference & low7) &+ low7) | difference
    }

    /// Gathers eight bytes of value 0 or 1 as the bits of the highest byte; the others are zero.
    @inline(__always)
    static func gathered(_ word: UInt64) -> UInt64 {
        (word &* 0x0102_0408_1020_4080) & 0xFF00_0000_0000_0000
    }

    /// For each bit the parity of the bits up to and including it.
    @inline(__always)
    static func prefixParity(_ bits: UInt64) -> UInt64 {
        var result = bits
        result ^= result &<< 1
        result ^= result &<< 2
        result ^= result &<< 4
        result ^= result &<< 8
        result ^= result &<< 16
        result ^= result &<< 32
        return result
    }
}
