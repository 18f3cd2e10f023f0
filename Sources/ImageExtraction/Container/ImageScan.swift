internal import MetadataCore

/// One container while it is walked: its bytes, what may still be spent on it, and what was learned.
struct ImageScan {
    /// What the container is said to be.
    let format: FileFormat
    /// The bounds on memory and work.
    let limits: Limits
    /// The bytes, for readers of a part that bring their own position.
    let source: any ByteSource
    /// The position of the walk.
    var reader: SourceReader
    /// What was learned so far.
    var extraction = Extraction()

    private var elementsLeft: Int
    private var embeddedLeft: Int
    private var readableLeft: Int
    private var hasSmallWindow = false

    /// More blocks than any honest file holds.
    private static let blockCount = 64
    /// So many elements are far apart or tiny; large windows would fetch what lies between them.
    private static let manyElements = 1_024
    private static let smallWindowByteCount = 4_096
    /// More findings than any honest file gives.
    private static let findingCount = 1_000

    /// Makes a scan that stands at the first byte.
    init(_ source: any ByteSource, as format: FileFormat, limits: Limits) {
        self.format = format
        self.limits = limits
        self.source = source
        self.reader = SourceReader(source)
        self.elementsLeft = limits.elementCount
        self.embeddedLeft = limits.embeddedByteCount
        self.readableLeft = limits.embeddedByteCount
    }

    /// The length of the file, in bytes.
    var byteCount: Int { source.byteCount }

    /// Counts one segment, chunk, box or entry.
    ///
    /// What a single element can add to the findings and issues is small, so this bounds both.
    ///
    /// - Throws: ``ExtractionError`` with code `limitExceeded` after `limits.elementCount` of them, or when they gave
    ///   too many findings.
    mutating func enterElement() throws(ExtractionError) {
        if extraction.issues.count > limits.issueCount { trimIssues() }
        guard extraction.findings.count <= Self.findingCount else {
            throw .limitExceeded("more than \(Self.findingCount) findings", at: reader.offset)
        }
        guard elementsLeft > 0 else {
            throw .limitExceeded("more than \(limits.elementCount) elements", at: reader.offset)
        }
        elementsLeft -= 1
        guard !hasSmallWindow, limits.elementCount - elementsLeft > Self.manyElements else { return }
        hasSmallWindow = true
        try setWindow(Self.smallWindowByteCount)
    }

    /// Counts many elements at once, as a table of them does.
    ///
    /// - Throws: ``ExtractionError`` with code `limitExceeded` where fewer are left.
    mutating func enterElements(_ count: Int) throws(ExtractionError) {
        guard count <= elementsLeft else {
            elementsLeft = 0
            throw .limitExceeded("more than \(limits.elementCount) elements", at: reader.offset)
        }
        elementsLeft -= max(0, count)
    }

    /// Moves to an offset that stands in the file, as an unsigned number of any width.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when it lies past the end.
    mutating func seek(to offset: some UnsignedInteger) throws(ExtractionError) {
        guard let offset = Int(exactly: offset), offset <= byteCount else {
            throw .truncated(at: byteCount, needed: Int(clamping: offset) - byteCount)
        }
        try reader.seek(to: offset)
    }

    /// Ends the walk: an error when nothing was learned, else a warning.
    mutating func fail(_ error: ExtractionError) {
        let knowsNothing = extraction.findings.isEmpty && extraction.embedded.isEmpty
        extraction.report(error, knowsNothing ? .error : .warning)
    }

    /// What was learned, its issues bounded.
    consuming func finish() -> Extraction {
        if extraction.issues.isEmpty, !extraction.findings.contains(where: { $0.field == .imageStoredWidth }) {
            let knowsNothing = extraction.findings.isEmpty && extraction.embedded.isEmpty
            extraction.report(
                .corrupt, knowsNothing ? .error : .warning, field: .imageStoredWidth, "the container says no size")
        }
        trimIssues()
        return extraction
    }

    /// Leaves out the latest of the least severe issues, so that notes never hide damage.
    private mutating func trimIssues() {
        while extraction.issues.count > limits.issueCount {
            let least = extraction.issues.lazy.map(\.severity).min()
            guard let index = extraction.issues.lastIndex(where: { $0.severity == least }) else { return }
            extraction.issues.remove(at: index)
        }
    }
}

extension ContainerExtractor {
    /// Does one part of the walk; an error in it becomes an issue, and the walk goes on.
    func attempt(
        _ scan: inout ImageScan, severity: Issue.Severity = .warning,
        _ part: (inout ImageScan) throws(ExtractionError) -> Void
    ) {
        do throws(ExtractionError) {
            try part(&scan)
        } catch {
            scan.extraction.report(error, severity)
        }
    }
}

// MARK: - What was learned

extension ImageScan {
    /// Records a size. A side that is not positive is left out, with an issue.
    mutating func findSize(_ width: Int, _ height: Int, from source: Finding.Source, at offset: Int?) {
        find(.imageStoredWidth, side: width, from: source, at: offset)
        find(.imageStoredHeight, side: height, from: source, at: offset)
    }

    private mutating func find(_ field: Field, side: Int, from source: Finding.Source, at offset: Int?) {
        guard side > 0 else {
            extraction.report(.invalidValue, offset: offset, field: field, "the size is \(side)")
            return
        }
        extraction.find(field, .integer(side), source: source, offset: offset)
    }

    /// Records how pixels are stored; what is nil is unknown.
    mutating func findColor(
        model: String? = nil, bitDepth: Int? = nil, channels: Int? = nil, alpha: Bool? = nil,
        from source: Finding.Source, at offset: Int?
    ) {
        if let model { extraction.find(.imageColorModel, .string(model), source: source, offset: offset) }
        if let bitDepth, bitDepth > 0 {
            extraction.find(.imageBitDepth, .integer(bitDepth), source: source, offset: offset)
        }
        if let channels, channels > 0 {
            extraction.find(.imageChannels, .integer(channels), source: source, offset: offset)
        }
        if let alpha { extraction.find(.imageAlpha, .boolean(alpha), source: source, offset: offset) }
    }

    /// Records a resolution; one that is not positive is left out.
    mutating func findResolution(
        _ x: Double, _ y: Double, unit: String, from source: Finding.Source, at offset: Int?
    ) {
        guard x > 0, y > 0, x.isFinite, y.isFinite else { return }
        extraction.find(.imageResolutionX, .number(x), source: source, offset: offset)
        extraction.find(.imageResolutionY, .number(y), source: source, offset: offset)
        extraction.find(.imageResolutionUnit, .string(unit), source: source, offset: offset)
    }

    /// Records the number of frames or pages.
    mutating func findFrames(_ count: Int, from source: Finding.Source, at offset: Int? = nil) {
        guard count > 0 else { return }
        extraction.find(.imageFrames, .integer(count), source: source, offset: offset)
    }

    /// Hands on a block in another format. All blocks of a file together stay below `limits.embeddedByteCount`.
    ///
    /// The bytes are copied, so that a small block does not keep the window alive that it was read in.
    mutating func embed(_ format: FileFormat, _ bytes: ArraySlice<UInt8>, at offset: Int?) {
        guard !bytes.isEmpty else { return }
        guard bytes.count <= embeddedLeft, extraction.embedded.count < Self.blockCount else {
            return reportUnread(bytes.count, at: offset)
        }
        embeddedLeft -= bytes.count
        extraction.embedded.append(EmbeddedBlock(format, bytes: Array(bytes)[...], offset: offset))
    }

    /// Reads a block of known length at the position of the walk, cut at the end of the file.
    ///
    /// All blocks that are read so stay below `limits.embeddedByteCount` together, overlapping ones counted each time.
    ///
    /// - Returns: The bytes; nil, with an issue, when they are too many.
    /// - Throws: ``ExtractionError`` when the bytes cannot be had.
    mutating func readBlock(_ byteCount: Int) throws(ExtractionError) -> ArraySlice<UInt8>? {
        guard byteCount <= readableLeft else {
            reportUnread(byteCount, at: reader.offset)
            return nil
        }
        let available = min(max(0, byteCount), reader.remaining)
        readableLeft -= available
        return try reader.bytes(available)
    }

    private mutating func reportUnread(_ byteCount: Int, at offset: Int?) {
        guard extraction.issues.count < limits.issueCount else { return }
        extraction.report(.limitExceeded, offset: offset, "a block of \(byteCount) bytes is not read")
    }

    /// Reads a block of known length at the position of the walk and hands it on, cut at the end of the file.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when it is cut.
    mutating func embed(_ format: FileFormat, byteCount: Int) throws(ExtractionError) {
        let offset = reader.offset
        guard let bytes = try readBlock(byteCount) else { return }
        if format == .exif {
            embedEXIF(bytes, at: offset)
        } else {
            embed(format, bytes, at: offset)
        }
        guard bytes.count >= byteCount else {
            throw .truncated(at: offset + bytes.count, needed: byteCount - bytes.count)
        }
    }

    /// Hands on an EXIF block: what precedes its TIFF header is passed over, and a block without one is reported.
    mutating func embedEXIF(_ bytes: ArraySlice<UInt8>, at offset: Int?) {
        guard let start = TIFFHeader.offset(in: bytes) else {
            extraction.report(.corrupt, offset: offset, "the EXIF block has no TIFF header")
            return
        }
        embed(.exif, bytes.dropFirst(start), at: offset.map { $0 + start })
    }
}
