internal import MetadataCore

/// Walks the directories of a TIFF structure: the main chain, child directories, EXIF, GPS.
///
/// Each offset is visited once, so loops end; the number of directories and entries, and the depth, are bounded by
/// `Limits`. A damaged entry is left out and reported; the rest is read.
struct TIFFWalker {
    /// Which entries are kept.
    typealias Selection = (EXIFTag, EXIFDirectory) -> Bool

    /// The header.
    let header: TIFFFileHeader
    /// The bytes, for reading values.
    var bytes: TIFFBytes
    /// The directories in the order of reading.
    private(set) var directories: [TIFFDirectory] = []
    /// What was wrong.
    private(set) var issues: [Issue] = []

    private let limits: Limits
    private let isWanted: Selection
    private var pending: [Reference]
    private var visited: Set<Int> = []
    private var elementCount = 0

    /// A directory that another one points at.
    private struct Reference {
        let kind: EXIFDirectory
        let offset: Int
        let depth: Int
        let isChained: Bool

        /// A thumbnail's directory and the interoperability directory say nothing that a record needs.
        var severity: Issue.Severity { isChained || kind == .interoperability ? .note : .warning }
    }

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - source: The structure, from its header on.
    ///   - limits: The bounds on memory and work.
    ///   - isLenient: Whether an unknown magic number is read as that of TIFF.
    ///   - isWanted: Which entries are kept.
    /// - Throws: ``ExtractionError`` when there is no usable header.
    init(
        _ source: any ByteSource, limits: Limits, isLenient: Bool, keeping isWanted: @escaping Selection
    ) throws(ExtractionError) {
        bytes = try TIFFBytes(source)
        header = try TIFFFileHeader(parsing: bytes.read(min(16, bytes.byteCount), at: 0), isLenient: isLenient)
        self.limits = limits
        self.isWanted = isWanted
        let isPosition = isLenient ? try bytes.startsWithGPS(header) : false
        let kind: EXIFDirectory = isPosition ? .gps : .image(0)
        pending = [Reference(kind: kind, offset: header.firstDirectory, depth: 0, isChained: false)]
    }

    /// Walks all directories.
    mutating func walk() {
        while let next = pending.popLast() {
            guard elementCount < limits.elementCount else {
                return report(.limitExceeded("more than \(limits.elementCount) entries", at: next.offset), .warning)
            }
            visit(next)
        }
    }

    /// The values of all entries kept, cut at 64 KiB each and at `limits.embeddedByteCount` together.
    mutating func entries() -> [EXIFEntry] {
        var left = limits.embeddedByteCount
        var loaded: [EXIFEntry] = []
        for directory in directories {
            for entry in directory.entries where EXIFVocabulary.speaks(of: entry.tag, in: directory.kind) {
                guard left > 0 else { return loaded }
                guard let value = value(of: entry, in: directory.kind) else { continue }
                left -= value.bytes.count
                loaded.append(value)
            }
        }
        return loaded
    }

    /// The value of an entry; nil when the bytes cannot be had.
    mutating func value(of entry: TIFFEntry, in directory: EXIFDirectory) -> EXIFEntry? {
        do throws(ExtractionError) {
            return try bytes.value(of: entry, in: directory, order: header.order)
        } catch {
            report(error, .warning)
            return nil
        }
    }
}

extension TIFFWalker {
    /// Bytes of the source; nil and an issue when they cannot be had.
    mutating func bytes(_ count: Int, at offset: Int) -> ArraySlice<UInt8>? {
        do throws(ExtractionError) {
            return try bytes.read(count, at: offset)
        } catch {
            report(error, .warning)
            return nil
        }
    }
}

// MARK: - Directories

extension TIFFWalker {
    /// A directory is a read of its own, so it counts for more than an entry.
    private static var directoryCost: Int { 4 }

    private mutating func visit(_ reference: Reference) {
        guard visited.insert(reference.offset).inserted else {
            return report(.corrupt("a directory is pointed at twice", at: reference.offset), .note)
        }
        do throws(ExtractionError) {
            try read(reference)
        } catch {
            report(error, reference.severity)
        }
    }

    private mutating func read(_ reference: Reference) throws(ExtractionError) {
        elementCount += Self.directoryCost
        let layout = header.layout
        let countBytes = try bytes.read(layout.entryCountByteCount, at: reference.offset)
        let claimed = try entryCount(countBytes)
        let start = reference.offset + layout.entryCountByteCount
        let available = max(0, bytes.byteCount - start) / layout.entryByteCount
        let count = min(claimed, available, max(0, limits.elementCount - elementCount))
        elementCount += count
        var table = TIFFEntryTable(
            directory: TIFFDirectory(kind: reference.kind, offset: reference.offset), header: header,
            start: start, count: count, sourceByteCount: bytes.byteCount, severity: reference.severity)
        let isSound = table.parse(
            try bytes.read(count * layout.entryByteCount, at: start), keeping: isWanted)
        issues += table.issues.prefix(max(0, limits.issueCount - issues.count))
        directories.append(table.directory)
        guard isSound else { return }
        follow(reference, nextAt: start + count * layout.entryByteCount, isWhole: count == claimed)
        follow(table.pointers, depth: reference.depth + 1)
        if count < min(claimed, available) {
            throw .limitExceeded("\(claimed) entries in a directory", at: reference.offset)
        }
        if count < claimed {
            throw .truncated(at: bytes.byteCount, needed: (claimed - count) * layout.entryByteCount)
        }
    }

    private func entryCount(_ slice: ArraySlice<UInt8>) throws(ExtractionError) -> Int {
        var reader = ByteReader(slice.span)
        guard header.layout == .big else { return Int(try reader.read(UInt16.self, header.order)) }
        return min(Int(clamping: try reader.read(UInt64.self, header.order)), 1 << 32)
    }

    /// Queues the next directory of a chain; children that are queued after it are read before it.
    private mutating func follow(_ reference: Reference, nextAt offset: Int, isWhole: Bool) {
        guard isWhole, let kind = reference.kind.successor(in: directories) else { return }
        do throws(ExtractionError) {
            let slice = try bytes.read(header.layout.offsetByteCount, at: offset)
            var reader = ByteReader(slice.span)
            let value = try reader.readOffset(header.layout, header.order)
            guard value != 0 else { return }
            pending.append(
                Reference(kind: kind, offset: Int(clamping: value), depth: reference.depth, isChained: true))
        } catch {
            report(error, .note)
        }
    }

    /// Queues the directories that entries point at, the first one on top.
    private mutating func follow(_ pointers: [TIFFEntry], depth: Int) {
        guard depth <= limits.depth else {
            return report(.limitExceeded("directories nest deeper than \(limits.depth)", at: nil), .warning)
        }
        var references: [Reference] = []
        for pointer in pointers {
            guard let entry = value(of: pointer, in: .image(0)) else { continue }
            for (index, offset) in entry.integers(limit: Self.childLimit).enumerated() where offset > 0 {
                guard let kind = childKind(pointer.tag, index) else { break }
                references.append(Reference(kind: kind, offset: offset, depth: depth, isChained: false))
            }
        }
        pending += references.reversed()
    }

    /// More children than any camera writes.
    private static let childLimit = 32

    private func childKind(_ tag: EXIFTag, _ index: Int) -> EXIFDirectory? {
        switch tag {
        case .exifDirectory where index == 0: .exif
        case .gpsDirectory where index == 0: .gps
        case .interoperabilityDirectory where index == 0: .interoperability
        case .childDirectories: .child(directories.count + index)
        default: nil
        }
    }

    /// Records an error; offsets that the file claims, but does not reach, are left out.
    mutating func report(_ error: ExtractionError, _ severity: Issue.Severity) {
        guard issues.count < limits.issueCount else { return }
        var issue = Issue(error, severity, stage: .extract)
        issue.offset = issue.offset.flatMap { (0...bytes.byteCount).contains($0) ? $0 : nil }
        issues.append(issue)
    }
}

extension EXIFDirectory {
    /// What the next directory of the same chain is; nil for directories that stand alone.
    fileprivate func successor(in directories: [TIFFDirectory]) -> EXIFDirectory? {
        switch self {
        case .image(let index): .image(index + 1)
        case .child, .exif, .gps, .interoperability: nil
        }
    }
}
