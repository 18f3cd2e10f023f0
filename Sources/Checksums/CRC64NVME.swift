internal import CChecksums

/// Computes the CRC-64/NVME of bytes that arrive in pieces.
///
/// The polynomial is 0xAD93D23594C93659, reflected; S3's default checksum.
/// The result does not depend on how the bytes were cut, nor on the
/// instructions that the CPU offers (see ``ChecksumTier``).
///
/// ```swift
/// var crc = CRC64NVME()
/// crc.update(Array("123456789".utf8).span)
/// print(crc.finalize().hex)  // ae8b14860a799888
/// ```
public struct CRC64NVME: Sendable {
    private var value: UInt64 = 0

    /// The CRC of no bytes yet.
    public init() {}

    /// Appends bytes to the message.
    ///
    /// - Parameter bytes: The next bytes; may be empty.
    /// - Complexity: O(n) in the count of `bytes`.
    public mutating func update(_ bytes: Span<UInt8>) {
        value = unsafe bytes.withUnsafeBufferPointer { unsafe cchecksums_crc64nvme(value, $0.baseAddress, $0.count) }
    }

    /// The CRC of all bytes so far; more may be appended afterwards.
    public func finalize() -> Value {
        Value(rawValue: value)
    }

    /// The CRC of two neighbouring ranges, from the CRC of each.
    ///
    /// ```swift
    /// CRC64NVME.combine(crcOfHead, crcOfTail, secondByteCount: tail.count)
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

    private static let polynomial = ReflectedPolynomial<UInt64>(reflected: 0x9A6C_9329_AC4B_C9B5)
}

// MARK: -

extension CRC64NVME {
    /// A finished CRC-64/NVME.
    public struct Value: RawRepresentable, Hashable, Sendable {
        /// The CRC as a number.
        public let rawValue: UInt64

        /// A CRC that is known as a number.
        ///
        /// - Parameter rawValue: The CRC.
        public init(rawValue: UInt64) {
            self.rawValue = rawValue
        }

        /// 16 lower-case hexadecimal digits, the most significant first.
        public var hex: String { hexadecimal(rawValue) }

        /// Base64 of the big-endian bytes, as S3 writes CRCs.
        public var base64: String { base64Encoded(rawValue.bigEndianBytes) }
    }
}

extension CRC64NVME.Value: CustomStringConvertible {
    /// The hexadecimal form.
    public var description: String { hex }
}
