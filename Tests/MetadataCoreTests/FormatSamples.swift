import MetadataCore

@testable import struct MetadataCore.Signature

/// Builds the smallest files that formats are told by.
enum FormatSamples {
    /// Bytes that match one signature, in front of and between the patterns zero.
    static func matching(_ signature: Signature, fill: UInt8 = 0) -> [UInt8] {
        let end = signature.patterns.map { $0.offset + $0.bytes.count }.max() ?? 0
        var bytes = [UInt8](repeating: fill, count: end + 16)
        for pattern in signature.patterns {
            bytes.replaceSubrange(pattern.offset..<pattern.offset + pattern.bytes.count, with: pattern.bytes)
        }
        return bytes
    }

    /// A ZIP archive of stored members: local headers, central directory, end record.
    static func zip(_ members: [(name: String, content: String)], comment: String = "") -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in members {
            let sizes = little(UInt32(content.utf8.count)) + little(UInt32(content.utf8.count))
            let lengths = little(UInt16(name.utf8.count)) + little(UInt16(0))
            let common = little(UInt16(20)) + [UInt8](repeating: 0, count: 12) + sizes + lengths
            directory += Array("PK\u{01}\u{02}".utf8) + little(UInt16(20)) + common
            directory += [UInt8](repeating: 0, count: 10) + little(UInt32(bytes.count)) + Array(name.utf8)
            bytes += Array("PK\u{03}\u{04}".utf8) + common.dropLast(0) + Array(name.utf8) + Array(content.utf8)
        }
        let counts = little(UInt16(members.count)) + little(UInt16(members.count))
        let place = little(UInt32(directory.count)) + little(UInt32(bytes.count))
        let end = Array("PK\u{05}\u{06}".utf8) + [0, 0, 0, 0] + counts + place + little(UInt16(comment.utf8.count))
        return bytes + directory + end + Array(comment.utf8)
    }

    /// A file type box, then an empty `mdat`.
    static func boxes(_ major: String, compatible: [String] = []) -> [UInt8] {
        let brands = ([major, "\0\0\0\0"] + compatible).joined()
        return big(UInt32(8 + brands.utf8.count)) + Array("ftyp".utf8) + Array(brands.utf8) + big(UInt32(8))
            + Array("mdat".utf8)
    }

    /// A compound file with one sector of directory at sector 1, behind the allocation table.
    static func compound(_ names: [String]) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        header.replaceSubrange(30..<32, with: little(UInt16(9)))
        header.replaceSubrange(48..<52, with: little(UInt32(1)))
        let table = little(UInt32(0xFFFF_FFFD)) + little(UInt32(0xFFFF_FFFE)) + [UInt8](repeating: 0xFF, count: 504)
        let entries = (["Root Entry"] + names).flatMap { name in
            let units = Array(name.utf16).flatMap { little($0) }
            let padded = units + [UInt8](repeating: 0, count: 64 - units.count)
            return padded + little(UInt16(units.count + 2)) + [UInt8](repeating: 0, count: 62)
        }
        return header + table + entries + [UInt8](repeating: 0, count: max(0, 512 - entries.count))
    }

    /// A TIFF file with one directory; values of more than four bytes follow it.
    static func tiff(_ entries: [(tag: UInt16, type: UInt16, value: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0] + little(UInt32(8)) + little(UInt16(entries.count))
        var heap: [UInt8] = []
        let heapStart = 8 + 2 + 12 * entries.count + 4
        for (tag, type, value) in entries {
            let width = type == 3 ? 2 : type == 4 ? 4 : 1
            bytes += little(tag) + little(type) + little(UInt32(value.count / width))
            if value.count <= 4 {
                bytes += value + [UInt8](repeating: 0, count: 4 - value.count)
            } else {
                bytes += little(UInt32(heapStart + heap.count))
                heap += value
            }
        }
        return bytes + [0, 0, 0, 0] + heap
    }

    static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
        (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func big<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
        little(value).reversed()
    }
}

/// Identifies bytes that are whole in memory; the head is as long as the engine's.
func identify(_ bytes: [UInt8], hint: FormatHint? = nil) -> FormatIdentification {
    FormatIdentification.identify(MemorySource(bytes), head: bytes.prefix(65_536), hint: hint)
}

/// Identifies a text.
func identify(_ text: String, hint: FormatHint? = nil) -> FormatIdentification {
    identify(Array(text.utf8), hint: hint)
}
