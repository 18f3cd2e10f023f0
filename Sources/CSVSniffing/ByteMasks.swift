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

    /// The bits of 16 bytes as a mask: bit `n` of byte `k` says something of place `8 * n + k`, if `k` is less than 8;
    /// the bytes behind add to the same places.
    @inline(__always)
    static func bits(_ bytes: Span<UInt8>) -> UInt64 {
        transposed(word(bytes, at: 0) | word(bytes, at: 8))
    }

    /// The bit matrix of eight rows of eight bits, mirrored at its diagonal (Warren, Hacker's Delight, 7-3).
    @inline(__always)
    private static func transposed(_ matrix: UInt64) -> UInt64 {
        var result = matrix
        var swapped = (result ^ result &>> 7) & 0x00AA_00AA_00AA_00AA
        result ^= swapped ^ swapped &<< 7
        swapped = (result ^ result &>> 14) & 0x0000_CCCC_0000_CCCC
        result ^= swapped ^ swapped &<< 14
        swapped = (result ^ result &>> 28) & 0x0000_0000_F0F0_F0F0
        return result ^ swapped ^ swapped &<< 28
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
