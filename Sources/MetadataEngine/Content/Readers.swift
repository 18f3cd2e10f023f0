internal import MetadataCore

/// The extractors, by the format that they read.
struct Readers: Sendable {
    let names: [String]
    private let byFormat: [FileFormat: [any Extractor]]

    /// How deep blocks may stand inside blocks: an XMP packet in a TIFF structure in a PNG is three.
    private static let maximumDepth = 3

    init(_ extractors: [any Extractor]) {
        names = extractors.map(\.name)
        byFormat = extractors.reduce(into: [:]) { table, extractor in
            for format in extractor.formats { table[format, default: []].append(extractor) }
        }
    }

    /// Asks every reader of the format, then the readers of each block that stands inside.
    func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions, depth: Int = 0
    ) async -> Extraction {
        var result = Extraction()
        for extractor in byFormat[format] ?? [] {
            if extractor.isNative, options.readsRangesOnly || options.nativeReaders.spares(result.secondOpinion) { continue }
            var found = await extractor.extract(from: source, as: format, options: options)
            if !result.findings.isEmpty { found.soften() }
            if !found.findings.isEmpty { result.soften() }
            result.merge(found)
        }
        let blocks = result.embedded
        result.embedded = []
        guard depth < Self.maximumDepth else { return result }
        for block in blocks {
            let inner = MemorySource(block.bytes)
            let found = await extract(from: inner, as: block.format, options: options, depth: depth + 1)
            result.merge(found.moved(to: block.offset))
        }
        return result
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
