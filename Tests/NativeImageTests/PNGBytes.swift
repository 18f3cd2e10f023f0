/// PNG files, built chunk by chunk (ISO/IEC 15948, 5.3).
enum PNGBytes {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A whole file whose image data is empty.
    static func file(
        width: UInt32 = 7, height: UInt32 = 5, depth: UInt8 = 8, colorType: UInt8 = 2, before: [UInt8] = []
    ) -> [UInt8] {
        signature + header(width, height, depth, colorType) + before + chunk("IDAT", []) + chunk("IEND", [])
    }

    static func header(_ width: UInt32, _ height: UInt32, _ depth: UInt8, _ colorType: UInt8) -> [UInt8] {
        chunk("IHDR", bigEndian(width) + bigEndian(height) + [depth, colorType, 0, 0, 0])
    }

    /// A chunk with its checksum.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(of: body))
    }

    static func bigEndian(_ value: UInt32) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 as annex D defines it.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
        }
        return ~crc
    }
}
