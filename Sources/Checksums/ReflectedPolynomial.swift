/// Arithmetic modulo a CRC's polynomial, whose words are reflected: the most
/// significant bit is the coefficient of x^0.
struct ReflectedPolynomial<Word: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    /// The polynomial without its leading term.
    let reflected: Word

    /// The word of x^0.
    private var one: Word { 1 << (Word.bitWidth - 1) }

    /// `word` * x.
    private func timesX(_ word: Word) -> Word {
        (word >> 1) ^ (word & 1 == 0 ? 0 : reflected)
    }

    /// The product of two words.
    private func product(_ a: Word, _ b: Word) -> Word {
        var sum: Word = 0
        var term = b
        for bit in stride(from: Word.bitWidth - 1, through: 0, by: -1) {
            if (a >> bit) & 1 == 1 { sum ^= term }
            term = timesX(term)
        }
        return sum
    }

    /// x^(8 * `byteCount`), by squaring.
    private func power(byteCount: Int) -> Word {
        var result = one
        var square = one >> 8
        var remaining = byteCount
        while remaining > 0 {
            if remaining & 1 == 1 { result = product(result, square) }
            square = product(square, square)
            remaining >>= 1
        }
        return result
    }

    /// What a finished CRC contributes when `byteCount` bytes follow.
    func appendingZeros(byteCount: Int, to crc: Word) -> Word {
        precondition(byteCount >= 0, "A range has no negative length")
        return product(crc, power(byteCount: byteCount))
    }
}
