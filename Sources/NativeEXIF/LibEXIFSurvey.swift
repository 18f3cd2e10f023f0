internal import MetadataCore

/// What libexif would meet in a TIFF structure: every directory that it can reach, whatever it makes of it.
///
/// Deliberately credulous where the library is: a pointer is followed whatever its type, and a directory is read as
/// far as the bytes go.
struct LibEXIFSurvey {
    /// Where the tags of MakerNotes stand, from the start of the structure.
    private(set) var makerNotes: [Int] = []
    /// The bytes of all values that fit in the structure.
    private(set) var valueByteCount = 0

    private let structure: ArraySlice<UInt8>
    private let order: ByteOrder
    private var pending: [Int]
    private var visited: Set<Int> = []

    /// A block of 64 KiB has room for fewer honest directories.
    private static let directoryLimit = 64
    private static let entryByteCount = 12

    /// Reads the header.
    ///
    /// - Throws: ``ExtractionError`` when libexif would not read the structure either.
    init(structure: ArraySlice<UInt8>) throws(ExtractionError) {
        var reader = ByteReader(structure.span)
        self.structure = structure
        order = try reader.read(UInt16.self) == 0x4949 ? .little : .big
        guard try reader.read(UInt16.self, order) == 0x002A else {
            throw ExtractionError(.unsupported, "libexif reads classic TIFF structures only", at: 2)
        }
        pending = [Int(try reader.read(UInt32.self, order))]
    }

    /// Visits all directories.
    ///
    /// - Throws: ``ExtractionError`` when there are too many of them.
    mutating func visitAll() throws(ExtractionError) {
        while let offset = pending.popLast() {
            guard visited.insert(offset).inserted else { continue }
            guard visited.count <= Self.directoryLimit else {
                throw .limitExceeded("more than \(Self.directoryLimit) directories in an EXIF block", at: offset)
            }
            // A directory outside the bytes is none, for libexif as well.
            try? visit(offset)
        }
    }

    private mutating func visit(_ offset: Int) throws(ExtractionError) {
        let structure = structure
        var reader = ByteReader(structure.span)
        try reader.seek(to: offset)
        let claimed = Int(try reader.read(UInt16.self, order))
        let count = min(claimed, reader.remaining / Self.entryByteCount)
        for _ in 0..<count {
            let start = reader.position
            let tag = try reader.read(UInt16.self, order)
            let type = EXIFValueType(rawValue: try reader.read(UInt16.self, order))
            let length = Int(try reader.read(UInt32.self, order)) &* (type.byteCount ?? 1)
            let value = Int(try reader.read(UInt32.self, order))
            if tag == EXIFTag.makerNote.rawValue { makerNotes.append(start) }
            if Self.pointers.contains(tag) { pending.append(value) }
            if length <= structure.count { valueByteCount += length }
        }
        // The library follows the link to the thumbnail's directory only, which the first one has.
        if visited.count == 1, reader.remaining >= 4 { pending.append(Int(try reader.read(UInt32.self, order))) }
    }

    private static let pointers = [EXIFTag.exifDirectory, .gpsDirectory, .interoperabilityDirectory].map(\.rawValue)
}
