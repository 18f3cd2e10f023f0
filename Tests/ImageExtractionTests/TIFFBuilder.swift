import MetadataCore

/// Writes TIFF structures for tests: directories, their values behind them, children behind those.
struct TIFFBuilder {
    var order = ByteOrder.little
    var isBig = false
    var magic: UInt16?

    /// One directory.
    struct Directory {
        var entries: [Entry] = []
        var children: [(tag: UInt16, directories: [Directory])] = []
    }

    /// One entry with its value in bytes.
    struct Entry {
        var tag: UInt16
        var type: UInt16
        var count: Int
        var bytes: [UInt8]
    }

    /// Writes a structure whose main chain has these directories.
    func build(_ chain: [Directory]) -> [UInt8] {
        var bytes: [UInt8] = order == .little ? [0x49, 0x49] : [0x4D, 0x4D]
        bytes += number(magic ?? (isBig ? 0x2B : 0x2A), 2)
        if isBig { bytes += number(UInt16(8), 2) + number(UInt16(0), 2) }
        var link = bytes.count
        bytes += offset(0)
        for directory in chain {
            patch(&bytes, at: link, with: bytes.count)
            link = write(directory, to: &bytes)
        }
        return bytes
    }

    /// Writes a directory behind other bytes; offsets count from the first of those.
    func write(_ directory: Directory, after prefix: [UInt8]) -> [UInt8] {
        var bytes = prefix
        _ = write(directory, to: &bytes)
        return bytes
    }

    /// Writes a directory and all that it points at; says where its link to the next one stands.
    private func write(_ directory: Directory, to bytes: inout [UInt8]) -> Int {
        let count = directory.entries.count + directory.children.count
        bytes += isBig ? number(UInt64(count), 8) : number(UInt16(count), 2)
        let table = bytes.count
        bytes += [UInt8](repeating: 0, count: count * (isBig ? 20 : 12)) + offset(0)
        let link = bytes.count - (isBig ? 8 : 4)
        var position = table
        for entry in directory.entries { put(entry, at: &position, in: &bytes) }
        for child in directory.children { put(child, at: &position, in: &bytes) }
        return link
    }

    private func put(_ entry: Entry, at position: inout Int, in bytes: inout [UInt8]) {
        let width = isBig ? 8 : 4
        var row = number(entry.tag, 2) + number(entry.type, 2) + offset(entry.count)
        if entry.bytes.count <= width {
            row += entry.bytes + [UInt8](repeating: 0, count: width - entry.bytes.count)
        } else {
            row += offset(bytes.count)
            bytes += entry.bytes
        }
        bytes.replaceSubrange(position..<(position + row.count), with: row)
        position += row.count
    }

    private func put(
        _ child: (tag: UInt16, directories: [Directory]), at position: inout Int, in bytes: inout [UInt8]
    ) {
        var offsets: [UInt8] = []
        for directory in child.directories {
            offsets += offset(bytes.count)
            _ = write(directory, to: &bytes)
        }
        let type: UInt16 = isBig ? 18 : 4
        put(
            Entry(tag: child.tag, type: type, count: child.directories.count, bytes: offsets), at: &position, in: &bytes
        )
    }

    private func patch(_ bytes: inout [UInt8], at position: Int, with value: Int) {
        let row = offset(value)
        bytes.replaceSubrange(position..<(position + row.count), with: row)
    }

    private func offset(_ value: Int) -> [UInt8] {
        isBig ? number(UInt64(value), 8) : number(UInt32(value), 4)
    }

    private func number(_ value: some FixedWidthInteger, _ width: Int) -> [UInt8] {
        let shifts = (0..<width).map { order == .little ? $0 : width - 1 - $0 }
        return shifts.map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

// MARK: - Entries

extension TIFFBuilder {
    func ascii(_ tag: UInt16, _ text: String) -> Entry {
        Entry(tag: tag, type: 2, count: text.utf8.count + 1, bytes: Array(text.utf8) + [0])
    }

    func short(_ tag: UInt16, _ values: UInt16...) -> Entry {
        Entry(tag: tag, type: 3, count: values.count, bytes: values.flatMap { number($0, 2) })
    }

    func long(_ tag: UInt16, _ values: UInt32...) -> Entry {
        Entry(tag: tag, type: 4, count: values.count, bytes: values.flatMap { number($0, 4) })
    }

    func byte(_ tag: UInt16, _ values: UInt8...) -> Entry {
        Entry(tag: tag, type: 1, count: values.count, bytes: values)
    }

    func rational(_ tag: UInt16, _ values: (UInt32, UInt32)...) -> Entry {
        Entry(
            tag: tag, type: 5, count: values.count, bytes: values.flatMap { number($0.0, 4) + number($0.1, 4) })
    }
}

// MARK: - A whole picture

extension TIFFBuilder {
    /// What a camera writes, in all directories.
    func camera() -> [UInt8] { build([cameraDirectory(), thumbnail()]) }

    func cameraDirectory() -> Directory {
        Directory(
            entries: [
                ascii(0x010F, "Maker"), ascii(0x0110, "Model X "), short(0x0112, 6),
                rational(0x011A, (300, 1)), rational(0x011B, (300, 1)), short(0x0128, 2),
                ascii(0x0131, "Firmware 1.0"), ascii(0x0132, "2021:05:01 10:00:00"),
            ],
            children: [(0x8769, [exposure()]), (0x8825, [position()])])
    }

    func exposure() -> Directory {
        Directory(entries: [
            rational(0x829A, (1, 250)), rational(0x829D, (28, 10)), short(0x8827, 400),
            ascii(0x9003, "2021:04:11 15:47:53"), ascii(0x9004, "2021:04:12 00:00:00"), ascii(0x9011, "-05:00"),
            short(0x9209, 0x19), rational(0x920A, (50, 1)), ascii(0x9291, "0540"), short(0xA405, 75),
            ascii(0xA434, "Lens 50mm f/2.8"),
        ])
    }

    func position() -> Directory {
        Directory(entries: [
            ascii(0x0001, "N"), rational(0x0002, (39, 1), (3, 1), (484, 100)), ascii(0x0003, "W"),
            rational(0x0004, (94, 1), (17, 1), (1958, 100)), byte(0x0005, 1), rational(0x0006, (2605, 10)),
            rational(0x0007, (20, 1), (47, 1), (53_250, 1_000)), ascii(0x001D, "2021:04:11"),
        ])
    }

    func thumbnail() -> Directory {
        Directory(entries: [short(0x0100, 160), short(0x0101, 120), short(0x0112, 3), ascii(0x010F, "Thumb")])
    }

    /// A page of a TIFF file.
    func page(_ width: UInt32, _ height: UInt32, subfileType: UInt32? = nil, photometric: UInt16 = 2) -> Directory {
        var entries: [Entry] = []
        if let subfileType { entries.append(long(0x00FE, subfileType)) }
        entries += [
            long(0x0100, width), long(0x0101, height), short(0x0102, 8, 8, 8), short(0x0106, photometric),
            short(0x0115, 3),
        ]
        return Directory(entries: entries)
    }
}
