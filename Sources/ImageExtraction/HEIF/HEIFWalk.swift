internal import MetadataCore

/// One walk over the `meta` box of a HEIF file (ISO/IEC 14496-12, 8.11).
///
/// Its boxes may stand in any order but need each other, so they are located first and read in the order of need.
struct HEIFWalk {
    var scan: ImageScan
    private var boxes: [FourCC: [Box]] = [:]
    var primary: Int?
    /// The items that hold EXIF or XMP, by identifier.
    var metadataItems: [Int: HEIFMetadataItem] = [:]
    /// The items that are an alpha plane or another auxiliary image of the primary item.
    var auxiliaries: Set<Int> = []
    /// Where `idat` keeps its bytes.
    var itemData: Range<Int>?

    init(_ scan: ImageScan) {
        self.scan = scan
    }

    /// Reads the box; a part that is damaged costs itself only.
    mutating func run(_ meta: Box) throws(ExtractionError) {
        try scan.reader.seek(to: meta.contentStart)
        _ = try scan.readVersionAndFlags()
        try locateBoxes(before: meta.end)
        itemData = boxes["idat"]?.first.map { $0.contentStart..<max($0.contentStart, $0.end) }
        read("pitm") { walk, _ throws(ExtractionError) in try walk.readPrimary() }
        read("iinf") { walk, box throws(ExtractionError) in try walk.readItems(box) }
        read("iref") { walk, box throws(ExtractionError) in try walk.readReferences(box) }
        read("iprp") { walk, box throws(ExtractionError) in try walk.readProperties(box) }
        read("iloc") { walk, _ throws(ExtractionError) in try walk.readLocations() }
    }

    private mutating func locateBoxes(before end: Int) throws(ExtractionError) {
        while let box = try scan.readBox(before: end) {
            boxes[box.type, default: []].append(box)
            guard box.end <= scan.byteCount else {
                scan.extraction.report(.truncated(at: scan.byteCount, needed: box.end - scan.byteCount))
                return
            }
            try scan.reader.seek(to: box.end)
        }
    }

    /// Reads the first box of a type, if there is one.
    private mutating func read(
        _ type: FourCC, _ body: (inout HEIFWalk, Box) throws(ExtractionError) -> Void
    ) {
        guard let box = boxes[type]?.first else { return }
        do throws(ExtractionError) {
            try scan.reader.seek(to: box.contentStart)
            try body(&self, box)
        } catch {
            scan.extraction.report(error)
        }
    }
}

/// What an item holds that is handed on.
enum HEIFMetadataItem {
    case exif
    case xmp
}

// MARK: - Items

extension HEIFWalk {
    /// Reads `pitm` (8.11.4).
    private mutating func readPrimary() throws(ExtractionError) {
        let version = try scan.readVersionAndFlags().version
        primary = try scan.readNumber(byteCount: version == 0 ? 2 : 4)
    }

    /// Reads `iinf` (8.11.6) and the entries in it.
    private mutating func readItems(_ box: Box) throws(ExtractionError) {
        let version = try scan.readVersionAndFlags().version
        try scan.reader.skip(version == 0 ? 2 : 4)
        while let entry = try scan.readBox(before: box.end) {
            if entry.type == "infe" { try readItem(entry) }
            guard entry.end <= scan.byteCount else { return }
            try scan.reader.seek(to: entry.end)
        }
    }

    /// Reads `infe`: identifier, protection, type, name, and for `mime` the content type.
    private mutating func readItem(_ entry: Box) throws(ExtractionError) {
        let version = try scan.readVersionAndFlags().version
        guard version >= 2 else { return }
        let identifier = try scan.readNumber(byteCount: version == 2 ? 2 : 4)
        try scan.reader.skip(2)
        switch try scan.reader.readFourCC() {
        case "Exif": metadataItems[identifier] = .exif
        case "mime":
            let strings = try scan.reader.bytes(min(max(0, entry.end - scan.reader.offset), 512))
                .split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            guard strings.count > 1, strings[1].elementsEqual(Self.xmpType) else { return }
            metadataItems[identifier] = .xmp
        default: break
        }
    }

    private static let xmpType = Array("application/rdf+xml".utf8)

    /// Reads `iref` (8.11.12) for the auxiliary images of the primary item.
    private mutating func readReferences(_ box: Box) throws(ExtractionError) {
        let width = try scan.readVersionAndFlags().version == 0 ? 2 : 4
        while let reference = try scan.readBox(before: box.end) {
            let from = try scan.readNumber(byteCount: width)
            if reference.type == "auxl" { try readAuxiliary(from, identifierByteCount: width) }
            guard reference.end <= scan.byteCount else { return }
            try scan.reader.seek(to: reference.end)
        }
    }

    private mutating func readAuxiliary(_ from: Int, identifierByteCount: Int) throws(ExtractionError) {
        let count = try scan.readNumber(byteCount: 2)
        try scan.enterElements(count)
        for _ in 0..<count where try scan.readNumber(byteCount: identifierByteCount) == primary {
            auxiliaries.insert(from)
        }
    }
}
