internal import MetadataCore

/// The heap of a CIFF file: a directory at the end of each block says where the records in it stand (CIFF, chapter 3).
struct CIFFHeap {
    let order: ByteOrder

    /// Width, height, pixel aspect, rotation, bits.
    private static let imageInfo: UInt16 = 0x1810
    /// Maker and model, each with a zero behind it.
    private static let makeAndModel: UInt16 = 0x080A
    /// Seconds since 1970 in local time, zone, zone information.
    private static let capturedTime: UInt16 = 0x180E
    /// The bits of a type that mean a directory.
    private static let directoryTypes: Set<UInt16> = [0x2800, 0x3000]

    /// Reads the directory of a block and what it names.
    func readDirectory(in block: Range<Int>, depth: Int, _ scan: inout ImageScan) throws(ExtractionError) {
        guard depth < scan.limits.depth else { throw .limitExceeded("directories nest too deep", at: block.lowerBound) }
        guard block.count >= 6 else { throw .corrupt("a directory of \(block.count) bytes", at: block.lowerBound) }
        try scan.reader.seek(to: block.upperBound - 4)
        let start = block.lowerBound + Int(try scan.reader.read(UInt32.self, order))
        try scan.seek(to: UInt(start))
        let count = try scan.reader.read(UInt16.self, order)
        for _ in 0..<count {
            try scan.enterElement()
            let type = try scan.reader.read(UInt16.self, order)
            let byteCount = Int(try scan.reader.read(UInt32.self, order))
            let offset = block.lowerBound + Int(try scan.reader.read(UInt32.self, order))
            // Types with 0x4000 keep their value in the directory itself; none of those matters here.
            guard type & 0xC000 == 0, offset + byteCount <= block.upperBound else { continue }
            let next = scan.reader.offset
            try read(type, offset..<(offset + byteCount), depth, &scan)
            try scan.reader.seek(to: next)
        }
    }

    private func read(
        _ type: UInt16, _ record: Range<Int>, _ depth: Int, _ scan: inout ImageScan
    ) throws(ExtractionError) {
        if Self.directoryTypes.contains(type & 0x3800) {
            return try readDirectory(in: record, depth: depth + 1, &scan)
        }
        try scan.reader.seek(to: record.lowerBound)
        switch type {
        case Self.imageInfo where record.count >= 16: try readImageInfo(&scan)
        case Self.makeAndModel: try readMakeAndModel(record, &scan)
        case Self.capturedTime where record.count >= 4: try readCapturedTime(&scan)
        default: break
        }
    }

    private func readImageInfo(_ scan: inout ImageScan) throws(ExtractionError) {
        let offset = scan.reader.offset
        let width = Int(try scan.reader.read(UInt32.self, order))
        let height = Int(try scan.reader.read(UInt32.self, order))
        scan.findSize(width, height, from: "crw-image-info", at: offset)
    }

    private func readMakeAndModel(_ record: Range<Int>, _ scan: inout ImageScan) throws(ExtractionError) {
        let bytes = try scan.reader.bytes(min(record.count, 256, scan.reader.remaining))
        let limit = scan.limits.textByteCount
        let names = bytes.split(separator: 0).map { BoundedText.utf8($0, byteCount: limit) }
        for (field, name) in zip([Field.imageCameraMake, .imageCameraModel], names) where !name.isEmpty {
            scan.extraction.find(field, .string(name), source: "crw-make-model", offset: record.lowerBound)
        }
    }

    private func readCapturedTime(_ scan: inout ImageScan) throws(ExtractionError) {
        let offset = scan.reader.offset
        let seconds = Int(try scan.reader.read(UInt32.self, order))
        guard seconds > 0 else { return }
        scan.extraction.find(
            .imageCaptureTime, .string(CivilTime(secondsSince1970: seconds).description), source: "crw-captured-time",
            offset: offset)
    }
}
