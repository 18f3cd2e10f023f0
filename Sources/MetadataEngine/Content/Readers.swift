internal import MetadataCore

/// The extractors, by the format that they read.
struct Readers: Sendable {
    let names: [String]
    private let own: [FileFormat: [any Extractor]]
    private let native: [FileFormat: [any Extractor]]

    /// How deep blocks may stand inside blocks: an XMP packet in a TIFF structure in a PNG is three.
    private static let maximumDepth = 3

    init(_ extractors: [any Extractor]) {
        names = extractors.map(\.name)
        own = Self.byFormat(extractors.filter { !$0.isNative })
        native = Self.byFormat(extractors.filter(\.isNative))
    }

    private static func byFormat(_ extractors: [any Extractor]) -> [FileFormat: [any Extractor]] {
        extractors.reduce(into: [:]) { table, extractor in
            for format in extractor.formats { table[format, default: []].append(extractor) }
        }
    }

    /// Asks the readers of this process, also of each block that stands inside, and finds out which native ones are
    /// wanted.
    func read(
        _ source: any ByteSource, as format: FileFormat, options: ExtractionOptions, depth: Int = 0
    ) async -> Reading {
        var reading = Reading(source: source, format: format, depth: depth)
        for extractor in own[format] ?? [] {
            reading.extraction.add(await extractor.extract(from: source, as: format, options: options))
        }
        if !options.readsRangesOnly, !options.nativeReaders.spares(reading.extraction.secondOpinion) {
            reading.unasked = native[format] ?? []
        }
        await readBlocks(of: &reading, options)
        return reading
    }

    private func readBlocks(of reading: inout Reading, _ options: ExtractionOptions) async {
        let blocks = reading.extraction.embedded
        reading.extraction.embedded = []
        guard reading.depth < Self.maximumDepth else { return }
        for block in blocks {
            let inner = MemorySource(block.bytes)
            let found = await read(inner, as: block.format, options: options, depth: reading.depth + 1)
            reading.blocks.append((block.offset, found))
        }
    }

    /// Asks the native readers that are wanted, and puts all findings together.
    func complete(_ reading: Reading, options: ExtractionOptions) async -> Extraction {
        var reading = reading
        for extractor in reading.unasked {
            reading.extraction.add(
                await extractor.extract(from: reading.source, as: reading.format, options: options))
        }
        await readBlocks(of: &reading, options)
        for block in reading.blocks {
            let found = await complete(block.reading, options: options)
            reading.extraction.merge(found.moved(to: block.offset))
        }
        return reading.extraction
    }
}

extension NativeReaderPolicy {
    /// Whether native readers are not asked, after what the readers before them advised.
    fileprivate func spares(_ advice: SecondOpinion) -> Bool {
        switch advice {
        case .useful: false
        case .needless: self == .needed
        case .hazardous: true
        }
    }
}

extension Extraction {
    /// Merges what another reader of the same source found.
    fileprivate mutating func add(_ other: Extraction) {
        var other = other
        if !findings.isEmpty { other.soften() }
        if !other.findings.isEmpty { soften() }
        merge(other)
    }

    /// Errors become warnings: another reader did understand the file.
    fileprivate mutating func soften() {
        for index in issues.indices where issues[index].severity == .error { issues[index].severity = .warning }
    }

    /// The same findings, with offsets in the file instead of in the block; without offsets where the block has none.
    fileprivate func moved(to offset: Int?) -> Extraction {
        var moved = self
        for index in moved.findings.indices {
            moved.findings[index].offset = moved.findings[index].offset.flatMap { inner in offset.map { $0 &+ inner } }
        }
        for index in moved.issues.indices {
            moved.issues[index].offset = moved.issues[index].offset.flatMap { inner in offset.map { $0 &+ inner } }
        }
        return moved
    }
}
