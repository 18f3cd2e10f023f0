// How checksums are written: hexadecimal in records, base64 in S3's headers.

/// Two lower-case hexadecimal digits for each byte, the most significant first.
func hexadecimal(_ word: some FixedWidthInteger & UnsignedInteger) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(word.bitWidth / 4)
    appendHexadecimal(word, to: &text)
    return String(decoding: text, as: UTF8.self)
}

/// As `hexadecimal(_:)`, as bytes behind others.
func appendHexadecimal(_ word: some FixedWidthInteger & UnsignedInteger, to text: inout [UInt8]) {
    for shift in stride(from: word.bitWidth - 4, through: 0, by: -4) {
        text.append(hexDigit(UInt8(truncatingIfNeeded: word >> shift) & 15))
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Base64 with padding (RFC 4648 section 4).
func base64Encoded(_ bytes: [UInt8]) -> String {
    let groups = stride(from: 0, to: bytes.count, by: 3)
    let text = groups.flatMap { base64Digits(bytes[$0..<min($0 + 3, bytes.count)]) }
    return String(decoding: text, as: UTF8.self)
}

/// The four characters of one to three bytes.
private func base64Digits(_ group: ArraySlice<UInt8>) -> [UInt8] {
    let bits = group.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } << (8 * (3 - UInt32(group.count)))
    return (0..<4).map { position in
        guard position <= group.count else { return UInt8(ascii: "=") }
        return base64Digit(UInt8(truncatingIfNeeded: bits >> (18 - 6 * UInt32(position))) & 63)
    }
}

private func base64Digit(_ value: UInt8) -> UInt8 {
    switch value {
    case ..<26: UInt8(ascii: "A") + value
    case ..<52: UInt8(ascii: "a") + value - 26
    case ..<62: UInt8(ascii: "0") + value - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
}

extension FixedWidthInteger {
    /// The bytes, the most significant first.
    var bigEndianBytes: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
