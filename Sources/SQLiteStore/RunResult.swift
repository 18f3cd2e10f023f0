internal import MetadataCore

/// The result of one file in a run: what a later run needs to know of it.
struct RunResult: Hashable, Sendable {
    var pathBytes: [UInt8]
    /// What stood for the content; nil when the record must not be taken for a later state of the file.
    var stamp: FileStamp?
    var modified: Int64?
    var line: RecordLine

    /// The path such that the order of the bytes is that of a walk: what is in a directory `a` comes before `a.txt`.
    static func walkKey(_ path: [UInt8]) -> [UInt8] {
        path.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    }
}

extension StoredRecord {
    /// The record that a result holds as text.
    ///
    /// - Throws: ``ExtractionError`` when it is no record.
    init(_ result: RunResult) throws {
        let record = try MetadataRecord(parsing: result.line.json)
        self.init(RecordEntry(pathBytes: result.pathBytes, record: record, modified: result.modified))
    }
}

// MARK: - As bytes

extension RunResult {
    init?(decoding bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        guard let path = bytes.takeBlock(), let facts = bytes.takeBlock(), let modified = bytes.takeBlock(),
            let line = RecordLine(decoding: &bytes)
        else { return nil }
        var rest = modified
        self.init(
            pathBytes: Array(path), stamp: FileStamp(decoding: facts), modified: rest.takeInteger(Int64.self),
            line: line)
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pathBytes.count + line.json.count + 96)
        bytes.appendBlock(pathBytes)
        bytes.appendBlock(stamp?.encoded() ?? [])
        var time: [UInt8] = []
        if let modified { time.appendInteger(modified) }
        bytes.appendBlock(time)
        line.encode(to: &bytes)
        return bytes
    }
}

extension RecordLine {
    init?(decoding bytes: inout ArraySlice<UInt8>) {
        guard let status = bytes.takeBlock(), let format = bytes.takeBlock(), let json = bytes.takeBlock(),
            let status = MetadataRecord.Status(rawValue: String(decoding: status, as: UTF8.self))
        else { return nil }
        self.init(
            status: status, format: FileFormat(rawValue: String(decoding: format, as: UTF8.self)), json: Array(json))
    }

    func encode(to bytes: inout [UInt8]) {
        bytes.appendBlock(Array(status.rawValue.utf8))
        bytes.appendBlock(Array(format.rawValue.utf8))
        bytes.appendBlock(json)
    }
}

extension FileStamp {
    init?(decoding bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        guard let device = bytes.takeInteger(UInt64.self), let inode = bytes.takeInteger(UInt64.self),
            let byteCount = bytes.takeInteger(Int64.self), let modified = bytes.takeInteger(Int64.self),
            let changed = bytes.takeInteger(Int64.self)
        else { return nil }
        self.init(
            device: device, inode: inode, byteCount: Int(byteCount), modified: modified, changed: changed)
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(40)
        bytes.appendInteger(device)
        bytes.appendInteger(inode)
        bytes.appendInteger(Int64(byteCount))
        bytes.appendInteger(modified)
        bytes.appendInteger(changed)
        return bytes
    }
}

// MARK: - Integers and blocks, little-endian

extension [UInt8] {
    mutating func appendInteger(_ value: some FixedWidthInteger) {
        var value = value.littleEndian
        for _ in 0..<value.bitWidth / 8 {
            append(UInt8(truncatingIfNeeded: value))
            value >>= 8
        }
    }

    fileprivate mutating func appendBlock(_ bytes: [UInt8]) {
        appendInteger(UInt32(bytes.count))
        self += bytes
    }
}

extension ArraySlice<UInt8> {
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard self.count >= count else { return nil }
        defer { self = dropFirst(count) }
        return prefix(count)
    }

    mutating func takeInteger<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
        guard let bytes = take(Value.bitWidth / 8) else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    fileprivate mutating func takeBlock() -> ArraySlice<UInt8>? {
        takeInteger(UInt32.self).flatMap { take(Int($0)) }
    }
}
