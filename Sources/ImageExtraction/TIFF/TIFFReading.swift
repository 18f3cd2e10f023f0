internal import MetadataCore

/// One TIFF file while it is read.
struct TIFFReading {
    /// The bounds on memory and work.
    let limits: Limits
    /// The file's directories and bytes.
    var walker: TIFFWalker
    /// What was learned.
    var extraction = Extraction()

    private let rule: TIFFSizeRule

    /// Reads the header.
    ///
    /// - Throws: ``ExtractionError`` when there is no usable header.
    init(_ source: any ByteSource, as format: FileFormat, limits: Limits) throws(ExtractionError) {
        self.limits = limits
        let rule = TIFFSizeRule.byFormat[format.rawValue] ?? .directory
        self.rule = rule
        walker = try TIFFWalker(source, limits: limits, isLenient: false) { tag, directory in
            if rule == .sensorBorders, directory == .image(0), Self.renumberedTags.contains(tag) { return false }
            return TIFFWalker.speaks(of: tag, in: directory)
                || directory.usesCommonTags && Self.ownTags.contains(tag)
        }
    }

    /// Tags whose numbers mean something else in the first directory of Panasonic's raw files.
    private static let renumberedTags: EXIFTagSet = [
        .imageWidth, .imageLength, .xResolution, .yResolution, .resolutionUnit,
    ]

    /// The tags that are read besides those of EXIF.
    private static let ownTags: EXIFTagSet = [
        .newSubfileType, .imageWidth, .imageLength, .bitsPerSample, .photometricInterpretation, .samplesPerPixel,
        .extraSamples, .pixelXDimension, .pixelYDimension, .xmp, .iccProfile, .iptc, .panasonicTopBorder,
        .panasonicLeftBorder, .panasonicBottomBorder, .panasonicRightBorder, .panasonicPreview,
    ]

    /// Reads all.
    mutating func read() -> Extraction {
        walker.walk()
        readImages()
        extraction.merge(EXIFInterpreter(walker.entries(), reader: .walker).extraction(limits: limits))
        walker.readMakerNote(into: &extraction)
        embedBlocks()
        extraction.issues = Array((walker.issues + extraction.issues).prefix(limits.issueCount))
        return extraction
    }

    private mutating func readImages() {
        var images: [TIFFImage] = []
        for directory in walker.directories where directory.isImage {
            images.append(TIFFImage(directory: directory, subfileType: integer(.newSubfileType, in: directory)))
        }
        guard let main = TIFFImage.main(of: images) else { return }
        readSize(of: main.directory)
        readColor(of: main.directory)
        let pages = images.count(where: \.isPage)
        if pages > 0 { extraction.find(.imageFrames, .integer(pages), source: "tiff-ifd") }
    }

    /// The value of a tag as a whole number.
    private mutating func integer(_ tag: EXIFTag, in directory: TIFFDirectory) -> Int? {
        guard let entry = directory.entry(tag) else { return nil }
        return walker.value(of: entry, in: directory.kind)?.integer()
    }
}

extension TIFFDirectory {
    /// Whether the directory describes an image.
    fileprivate var isImage: Bool {
        switch kind {
        case .image, .child: entry(.imageWidth) != nil || kind == .image(0)
        case .exif, .gps, .interoperability: false
        }
    }

    fileprivate func source() -> Finding.Source { Finding.Source(rawValue: "tiff-\(kind.name)") }
}

// MARK: - Size

extension TIFFReading {
    private mutating func readSize(of main: TIFFDirectory) {
        switch rule {
        case .directory: break
        case .exifDimensions: if readEXIFDimensions() { return }
        case .sensorBorders: if readSensorBorders() { return }
        }
        find(.imageStoredWidth, side: .imageWidth, of: main)
        find(.imageStoredHeight, side: .imageLength, of: main)
    }

    private mutating func find(_ field: Field, side tag: EXIFTag, of directory: TIFFDirectory) {
        guard let entry = directory.entry(tag), let side = integer(tag, in: directory) else { return }
        guard side > 0 else {
            return extraction.report(.invalidValue, offset: entry.offset, field: field, "the size is \(side)")
        }
        extraction.find(field, .integer(side), source: directory.source(), offset: entry.offset)
    }

    private mutating func readEXIFDimensions() -> Bool {
        guard let exif = walker.directories.first(where: { $0.kind == .exif }),
            let width = integer(.pixelXDimension, in: exif), let height = integer(.pixelYDimension, in: exif),
            width > 0, height > 0
        else { return false }
        find(.imageStoredWidth, side: .pixelXDimension, of: exif)
        find(.imageStoredHeight, side: .pixelYDimension, of: exif)
        return true
    }

    private mutating func readSensorBorders() -> Bool {
        guard let first = walker.directories.first, let top = integer(.panasonicTopBorder, in: first),
            let left = integer(.panasonicLeftBorder, in: first),
            let bottom = integer(.panasonicBottomBorder, in: first),
            let right = integer(.panasonicRightBorder, in: first), bottom > top, right > left, top >= 0, left >= 0
        else { return false }
        extraction.find(.imageStoredWidth, .integer(right - left), source: first.source(), offset: first.offset)
        extraction.find(.imageStoredHeight, .integer(bottom - top), source: first.source(), offset: first.offset)
        return true
    }
}

// MARK: - Colour

extension TIFFReading {
    /// Colour models by PhotometricInterpretation (TIFF 6.0, sections 8, 16, 20, 21, 23; DNG).
    private static let models: [Int: String] = [
        0: "gray", 1: "gray", 2: "rgb", 3: "palette", 5: "cmyk", 6: "ycbcr", 8: "lab", 9: "lab", 10: "lab",
        34_892: "rgb",
    ]

    private mutating func readColor(of main: TIFFDirectory) {
        if let model = integer(.photometricInterpretation, in: main).flatMap({ Self.models[$0] }) {
            add(.imageColorModel, .string(model), .photometricInterpretation, of: main)
            add(.imageAlpha, .boolean(hasAlpha(main)), .photometricInterpretation, of: main)
        }
        if let depth = integer(.bitsPerSample, in: main), (1...64).contains(depth) {
            add(.imageBitDepth, .integer(depth), .bitsPerSample, of: main)
        }
        if let channels = integer(.samplesPerPixel, in: main) ?? main.entry(.bitsPerSample)?.count, channels > 0 {
            let tag = main.entry(.samplesPerPixel)?.tag ?? .bitsPerSample
            add(.imageChannels, .integer(channels), tag, of: main)
        }
    }

    /// Whether one of the extra samples is associated or unassociated alpha (TIFF 6.0, section 18).
    private mutating func hasAlpha(_ main: TIFFDirectory) -> Bool {
        guard let entry = main.entry(.extraSamples), let value = walker.value(of: entry, in: main.kind) else {
            return false
        }
        return value.integers(limit: 64).contains { $0 == 1 || $0 == 2 }
    }

    private mutating func add(_ field: Field, _ value: FieldValue, _ tag: EXIFTag, of directory: TIFFDirectory) {
        extraction.find(field, value, source: directory.source(), offset: directory.entry(tag)?.offset)
    }
}

// MARK: - Blocks

extension TIFFReading {
    private static let blocks: [(tag: EXIFTag, format: FileFormat)] = [
        (.xmp, .xmp), (.iccProfile, .icc), (.iptc, .iptc),
    ]

    /// Hands on the first XMP packet, the first ICC profile, the first IPTC block, and the EXIF of a Panasonic preview.
    private mutating func embedBlocks() {
        var left = limits.embeddedByteCount
        for block in Self.blocks {
            guard let entry = walker.directories.lazy.compactMap({ $0.entry(block.tag) }).first else { continue }
            embed(block.format, entry, left: &left)
        }
        guard rule == .sensorBorders, let preview = walker.directories.first?.entry(.panasonicPreview) else { return }
        embedEXIF(of: preview, left: &left)
    }

    private mutating func embed(_ format: FileFormat, _ entry: TIFFEntry, left: inout Int) {
        guard entry.byteCount <= left else {
            return extraction.report(
                .limitExceeded, offset: entry.offset, "a block of \(entry.byteCount) bytes is not read")
        }
        guard let bytes = walker.bytes(entry.byteCount, at: entry.offset) else { return }
        left -= entry.byteCount
        extraction.embedded.append(EmbeddedBlock(format, bytes: bytes, offset: entry.offset))
    }

    /// Panasonic's raw files keep their EXIF in the preview, a JPEG.
    private mutating func embedEXIF(of preview: TIFFEntry, left: inout Int) {
        let head = min(preview.byteCount, 131_072, left)
        guard let bytes = walker.bytes(head, at: preview.offset),
            let range = PreviewEXIF.range(in: bytes)
        else { return }
        let offset = preview.offset + range.lowerBound
        let block = bytes.dropFirst(range.lowerBound).prefix(range.count)
        extraction.embedded.append(EmbeddedBlock(.exif, bytes: block, offset: offset))
    }
}
