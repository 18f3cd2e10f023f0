/// Writes small EXIF blocks, little-endian: a chain of directories, each with an EXIF directory if wanted.
struct BlockBuilder {
    private(set) var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]

    /// One entry; a value over four bytes is put behind the directory.
    struct Entry {
        var tag: UInt16
        var type: UInt16
        var count: UInt32
        var value: [UInt8]
    }

    /// Appends a directory that ends its chain.
    ///
    /// - Returns: Where it stands.
    @discardableResult
    mutating func append(_ entries: [Entry]) -> Int {
        let start = bytes.count
        var values: [UInt8] = []
        let valueStart = start + 2 + entries.count * 12 + 4
        bytes += Self.number(UInt16(entries.count))
        for entry in entries {
            bytes += Self.number(entry.tag) + Self.number(entry.type) + Self.number(entry.count)
            if entry.value.count <= 4 {
                bytes += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
            } else {
                bytes += Self.number(UInt32(valueStart + values.count))
                values += entry.value
            }
        }
        bytes += [0, 0, 0, 0] + values
        return start
    }

    static func text(_ tag: UInt16, _ text: String) -> Entry {
        Entry(tag: tag, type: 2, count: UInt32(text.utf8.count + 1), value: Array(text.utf8) + [0])
    }

    static func short(_ tag: UInt16, _ value: UInt16) -> Entry {
        Entry(tag: tag, type: 3, count: 1, value: number(value))
    }

    static func pointer(_ tag: UInt16, _ offset: Int) -> Entry {
        Entry(tag: tag, type: 4, count: 1, value: number(UInt32(offset)))
    }

    static func fraction(_ tag: UInt16, _ pairs: (UInt32, UInt32)...) -> Entry {
        Entry(tag: tag, type: 5, count: UInt32(pairs.count), value: pairs.flatMap { number($0.0) + number($0.1) })
    }

    static func makerNote(_ value: [UInt8]) -> Entry {
        Entry(tag: 0x927C, type: 7, count: UInt32(value.count), value: value)
    }

    private static func number(_ value: some FixedWidthInteger) -> [UInt8] {
        (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

extension BlockBuilder {
    /// What a camera writes; the first directory stands at 8, the EXIF directory at the offset returned.
    static func camera() -> [UInt8] {
        var builder = BlockBuilder()
        let main = [text(0x010F, "Maker"), text(0x0110, "Model X"), short(0x0112, 6)]
        let textByteCount = 6 + 8
        let exifStart = 8 + 2 + 5 * 12 + 4 + textByteCount
        let exif = [
            fraction(0x829A, (1, 250)), fraction(0x829D, (28, 10)), short(0x8827, 400),
            text(0x9003, "2021:04:11 15:47:53"), short(0x9209, 1), fraction(0x920A, (50, 1)),
            makerNote(Array("OLYMP\0\u{1}\0ABCDEFGH".utf8)), text(0x9291, "054"),
        ]
        let exifByteCount = 2 + exif.count * 12 + 4 + exif.map(\.value.count).filter { $0 > 4 }.reduce(0, +)
        builder.append(main + [pointer(0x8769, exifStart), pointer(0x8825, exifStart + exifByteCount)])
        builder.append(exif)
        builder.append([
            text(1, "N"), fraction(2, (39, 1), (30, 1), (0, 1)), text(3, "W"), fraction(4, (94, 1), (15, 1), (0, 1)),
        ])
        return builder.bytes
    }
}
