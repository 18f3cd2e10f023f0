internal import CChecksums

/// Computes the CRC-32C of bytes that arrive in pieces.
///
/// The polynomial is 0x1EDC6F41, reflected (Castagnoli; RFC 3720, appendix B.4).
/// The result does not depend on how the bytes were cut, nor on the
/// instructions that the CPU offers (see ``ChecksumTier``).
///
/// ```swift
/// var crc = CRC32C()
/// crc.update(Array("123456789".utf8).span)
/// print(crc.finalize().hex)  // e3069283
/// ```
public struct CRC32C: Sendable {
    private var value: UInt32 = 0

    /// The CRC of no bytes yet.
    public init() {}

    /// Appends bytes to the message.
    ///
    /// - Parameter bytes: The next bytes; may be empty.
    /// - Complexity: O(n) in the count of `bytes`.
    public mutating func update(_ bytes: Span<UInt8>) {
        value = unsafe bytes.withUnsafeBufferPointer { unsafe cchecksums_crc32c(value, $0.baseAddress, $0.count) }
    }

    /// The CRC of all bytes so far; more may be appended afterwards.
    public func finalize() -> Value {
        Value(rawValue: value)
    }

    /// The CRC of two neighbouring ranges, from the CRC of each.
    ///
    /// ```swift
    /// CRC32C.combine(crcOfHead, crcOfTail, secondByteCount: tail.count)
    /// ```
    ///
    /// - Parameters:
    ///   - first: The CRC of the first range.
    ///   - second: The CRC of the range that follows it.
    ///   - secondByteCount: How many bytes the second range has; not negative.
    /// - Returns: The CRC of both ranges together.
    /// - Complexity: O(log n) in `secondByteCount`.
    public static func combine(_ first: Value, _ second: Value, secondByteCount: Int) -> Value {
        let shifted = polynomial.appendingZeros(byteCount: secondByteCount, to: first.rawValue)
        return Value(rawValue: shifted ^ second.rawValue)
    }

    private static let polynomial = ReflectedPolynomial<UInt32>(reflected: 0x82F6_3B78)
}

// MARK: -

extension CRC32C {
    /// A finished CRC-32C.
    public struct Value: RawRepresentable, Hashable, Sendable {
        /// The CRC as a number.
        public let rawValue: UInt32

        /// A CRC that is known as a number.
        ///
        /// - Parameter rawValue: The CRC.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// 8 lower-case hexadecimal digits, the most significant first.
        public var hex: String { hexadecimal(rawValue) }

        /// Base64 of the big-endian bytes, as S3 writes CRCs.
        public var base64: String { base64Encoded(rawValue.bigEndianBytes) }
    }
}

extension CRC32C.Value: CustomStringConvertible {
    /// The hexadecimal form.
    public var description: String { hex }
}
