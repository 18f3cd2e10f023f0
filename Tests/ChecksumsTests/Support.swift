import CChecksums
import Checksums

// MARK: - Bytes

/// Bytes that look random and are the same in each run (SplitMix64).
func patternedBytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
    }
}

/// The bytes that an even number of hexadecimal digits stand for.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

// MARK: - Bitwise references

/// The CRC of each prefix of `message`, one bit at a time, by the definition.
func referenceCRCs<Word: FixedWidthInteger & UnsignedInteger>(
    of message: [UInt8],
    reflectedPolynomial polynomial: Word
) -> [Word] {
    var register = Word.max
    var results = [~register]
    for byte in message {
        register ^= Word(byte)
        for _ in 0..<8 {
            register = register & 1 == 1 ? register >> 1 ^ polynomial : register >> 1
        }
        results.append(~register)
    }
    return results
}

func referenceCRC32Cs(of message: [UInt8]) -> [UInt32] {
    referenceCRCs(of: message, reflectedPolynomial: 0x82F6_3B78)
}

func referenceCRC64NVMEs(of message: [UInt8]) -> [UInt64] {
    referenceCRCs(of: message, reflectedPolynomial: 0x9A6C_9329_AC4B_C9B5)
}

// MARK: - The public API, in one call

func crc32c(_ pieces: [UInt8]...) -> CRC32C.Value {
    var crc = CRC32C()
    for piece in pieces { crc.update(piece.span) }
    return crc.finalize()
}

func crc64nvme(_ pieces: [UInt8]...) -> CRC64NVME.Value {
    var crc = CRC64NVME()
    for piece in pieces { crc.update(piece.span) }
    return crc.finalize()
}

func sha256(_ pieces: [UInt8]...) -> SHA256Digest {
    var digester = SHA256Digester()
    for piece in pieces { digester.update(piece.span) }
    return digester.finalize()
}

func contentChecksums(_ pieces: [UInt8]...) -> ContentChecksums {
    var hasher = ContentHasher()
    for piece in pieces { hasher.update(piece.span) }
    return hasher.finalize()
}
