internal import MetadataCore

/// The entries of one directory, checked one by one.
struct TIFFEntryTable {
    /// The directory with the entries that are wanted.
    private(set) var directory: TIFFDirectory
    /// The entries that point at other directories.
    private(set) var pointers: [TIFFEntry] = []
    /// What was wrong.
    private(set) var issues: [Issue] = []

    private let header: TIFFFileHeader
    private let start: Int
    private let count: Int
    private let sourceByteCount: Int
    private let severity: Issue.Severity
    private let origin: Int

    /// After so many bad entries the bytes are taken for something else than a directory.
    private static let badEntryLimit = 10
    /// The tags that are read are a few dozen: more entries of them are repetitions.
    private static let keptEntryLimit = 512
    private static let pointerTags: EXIFTagSet = [
        .exifDirectory, .gpsDirectory, .interoperabilityDirectory, .childDirectories,
    ]

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - directory: The directory, without entries.
    ///   - header: The header of the structure.
    ///   - start: Where the first entry stands.
    ///   - count: The number of entries.
    ///   - sourceByteCount: The length of the source: values lie within it.
    ///   - severity: How much damage in this directory touches a record.
    ///   - origin: Where the source begins in what offsets count from.
    init(
        directory: TIFFDirectory, header: TIFFFileHeader, start: Int, count: Int, sourceByteCount: Int,
        severity: Issue.Severity, origin: Int = 0
    ) {
        self.directory = directory
        self.header = header
        self.start = start
        self.count = count
        self.sourceByteCount = sourceByteCount
        self.severity = severity
        self.origin = origin
    }

    /// Checks all entries.
    ///
    /// - Parameters:
    ///   - bytes: The entries.
    ///   - isWanted: Which entries are kept.
    /// - Returns: False when these bytes are no directory at all.
    mutating func parse(_ bytes: ArraySlice<UInt8>, keeping isWanted: TIFFWalker.Selection) -> Bool {
        var reader = ByteReader(bytes.span, at: start)
        for index in 0..<count {
            guard issues.count <= Self.badEntryLimit else {
                report(.corrupt, "too many bad entries in \(directory.kind.name)", at: reader.offset)
                return true
            }
            guard let raw = try? RawEntry(&reader, header) else { return true }
            guard header.layout.allows(raw.type) else {
                guard index > 0 || raw.type.rawValue == 0 && count == 1 else {
                    report(.corrupt, "\(directory.kind.name) does not look like a directory", at: raw.offset)
                    return false
                }
                if raw.type.rawValue != 0 {
                    report(.corrupt, "an entry of unknown type \(raw.type.rawValue)", at: raw.offset)
                }
                continue
            }
            keep(raw, if: isWanted)
        }
        return true
    }

    private mutating func keep(_ raw: RawEntry, if isWanted: TIFFWalker.Selection) {
        let isPointer = Self.pointerTags.contains(raw.tag) && directory.kind.usesCommonTags && raw.type.isInteger
        let isNeeded = isPointer || isWanted(raw.tag, directory.kind)
        guard let entry = locate(raw, isNeeded: isNeeded), directory.entries.count < Self.keptEntryLimit else { return }
        if isPointer { pointers.append(entry) }
        if isNeeded { directory.entries.append(entry) }
    }

    /// Finds the value of an entry; nil and an issue when it lies where no value can.
    private mutating func locate(_ raw: RawEntry, isNeeded: Bool) -> TIFFEntry? {
        let severity = isNeeded ? severity : .note
        guard let count = Int(exactly: raw.count), let width = raw.type.byteCount,
            case (let byteCount, false) = count.multipliedReportingOverflow(by: width)
        else { return refuse(raw, .corrupt, severity, "is impossibly long") }
        guard byteCount > header.layout.offsetByteCount else {
            return TIFFEntry(
                tag: raw.tag, type: raw.type, count: count, byteCount: byteCount, offset: raw.valueOffset)
        }
        guard case (let offset, false) = Int(clamping: raw.value).subtractingReportingOverflow(origin),
            (0...sourceByteCount).contains(offset), byteCount <= sourceByteCount - offset
        else { return refuse(raw, .truncated, severity, "lies outside the data") }
        guard offset + origin >= 8, offset >= end || offset + byteCount <= directory.offset else {
            return refuse(raw, .corrupt, severity, "overlaps its directory")
        }
        return TIFFEntry(tag: raw.tag, type: raw.type, count: count, byteCount: byteCount, offset: offset)
    }

    private var end: Int { start + count * header.layout.entryByteCount }

    private mutating func refuse(
        _ raw: RawEntry, _ code: Issue.Code, _ severity: Issue.Severity, _ why: String
    ) -> TIFFEntry? {
        let name = "0x" + String(raw.tag.rawValue, radix: 16)
        report(code, "the value of tag \(name) in \(directory.kind.name) \(why)", at: raw.offset, severity)
        return nil
    }

    private mutating func report(
        _ code: Issue.Code, _ detail: String, at offset: Int, _ severity: Issue.Severity? = nil
    ) {
        issues.append(Issue(code, severity ?? self.severity, stage: .extract, offset: offset, detail: detail))
    }
}

/// The fields of an entry as they stand in the file.
private struct RawEntry {
    let offset: Int
    let tag: EXIFTag
    let type: EXIFValueType
    let count: UInt64
    let value: UInt64
    let valueOffset: Int

    init(_ reader: inout ByteReader, _ header: TIFFFileHeader) throws(ExtractionError) {
        offset = reader.offset
        tag = EXIFTag(rawValue: try reader.read(UInt16.self, header.order))
        type = EXIFValueType(rawValue: try reader.read(UInt16.self, header.order))
        count = try reader.readOffset(header.layout, header.order)
        valueOffset = reader.offset
        value = try reader.readOffset(header.layout, header.order)
    }
}
