internal import MetadataCore

/// Where an item's bytes stand.
private struct HEIFExtent {
    /// From the start of what the construction method names.
    let offset: Int
    /// 0 means all that is left.
    let byteCount: Int
}

extension HEIFWalk {
    /// How offsets are counted (ISO/IEC 14496-12, 8.11.3.3).
    private enum Construction: Int {
        case file
        case itemData
        case item
    }

    /// Reads `iloc` and hands on the items that hold EXIF or XMP.
    mutating func readLocations() throws(ExtractionError) {
        let version = try scan.readVersionAndFlags().version
        let widths = try scan.readNumber(byteCount: 2)
        let indexByteCount = version == 0 ? 0 : widths & 0xF
        let count = try scan.readNumber(byteCount: version < 2 ? 2 : 4)
        for _ in 0..<count {
            guard !metadataItems.isEmpty else { return }
            let item = try scan.readNumber(byteCount: version < 2 ? 2 : 4)
            let method = version == 0 ? 0 : try scan.readNumber(byteCount: 2) & 0xF
            try scan.reader.skip(2)
            let base = try scan.readNumber(byteCount: widths >> 4 & 0xF)
            let extents = try readExtents(
                from: base, widths: (indexByteCount, widths >> 12 & 0xF, widths >> 8 & 0xF))
            guard let kind = metadataItems.removeValue(forKey: item) else { continue }
            let next = scan.reader.offset
            readItem(item, kind, extents, Construction(rawValue: method))
            try scan.reader.seek(to: next)
        }
    }

    private mutating func readExtents(
        from base: Int, widths: (index: Int, offset: Int, length: Int)
    ) throws(ExtractionError) -> [HEIFExtent] {
        try scan.enterElement()
        let count = try scan.readNumber(byteCount: 2)
        try scan.enterElements(count)
        var extents: [HEIFExtent] = []
        for _ in 0..<count {
            try scan.reader.skip(widths.index)
            let offset = try scan.readNumber(byteCount: widths.offset)
            let byteCount = try scan.readNumber(byteCount: widths.length)
            let (start, overflow) = base.addingReportingOverflow(offset)
            extents.append(HEIFExtent(offset: overflow ? Int.max : start, byteCount: byteCount))
        }
        return extents
    }

    private mutating func readItem(
        _ item: Int, _ kind: HEIFMetadataItem, _ extents: [HEIFExtent], _ construction: Construction?
    ) {
        do throws(ExtractionError) {
            let (bytes, offset) = try readBytes(extents, construction)
            switch kind {
            case .exif: try embedEXIF(bytes, at: offset)
            case .xmp: scan.embed(.xmp, bytes, at: offset)
            }
        } catch {
            scan.extraction.report(error)
        }
    }

    /// Joins the extents of an item.
    ///
    /// - Returns: The bytes, and where they stand if they stand together.
    private mutating func readBytes(
        _ extents: [HEIFExtent], _ construction: Construction?
    ) throws(ExtractionError) -> (ArraySlice<UInt8>, Int?) {
        let room: Range<Int>
        switch construction {
        case .file: room = 0..<scan.byteCount
        case .itemData: room = (itemData ?? 0..<0).clamped(to: 0..<scan.byteCount)
        case .item, nil:
            throw ExtractionError(.unsupported, "an item that is made of other items", at: scan.reader.offset)
        }
        var bytes: ArraySlice<UInt8> = []
        for extent in extents {
            guard extent.offset < room.count else {
                throw .truncated(at: room.upperBound, needed: extent.offset - room.count)
            }
            let start = room.lowerBound + extent.offset
            let available = room.upperBound - start
            let byteCount = extent.byteCount == 0 ? available : min(extent.byteCount, available)
            guard bytes.count + byteCount <= scan.limits.embeddedByteCount else {
                throw .limitExceeded("an item of more than \(bytes.count) bytes", at: start)
            }
            try scan.reader.seek(to: start)
            guard let piece = try scan.readBlock(byteCount) else { break }
            bytes = bytes.isEmpty ? piece : bytes + piece
        }
        return (bytes, extents.count == 1 ? extents.first.map { room.lowerBound + $0.offset } : nil)
    }

    /// Four bytes say how far behind them the TIFF header stands (ISO/IEC 23008-12, A.2.1).
    private mutating func embedEXIF(_ bytes: ArraySlice<UInt8>, at offset: Int?) throws(ExtractionError) {
        var reader = ByteReader(bytes.span, at: offset ?? 0)
        let distance = Int(try reader.read(UInt32.self))
        let due = bytes.dropFirst(4).dropFirst(distance)
        if TIFFHeader.isHeader(due) {
            scan.embed(.exif, due, at: offset.map { $0 + 4 + distance })
        } else if TIFFHeader.isHeader(bytes) {
            scan.embed(.exif, bytes, at: offset)
        } else {
            scan.embedEXIF(bytes.dropFirst(4), at: offset.map { $0 + 4 })
        }
    }
}
