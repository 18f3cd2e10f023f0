internal import MetadataCore

/// The extractors, by the format that they read.
struct Readers: Sendable {
    let names: [String]
    private let own: [FileFormat: [any Extractor]]
    private let native: [NativeReader]
    private let nativeByFormat: [FileFormat: [Int]]

    /// How deep blocks may stand inside blocks: an XMP packet in a TIFF structure in a PNG is three.
    private static let maximumDepth = 3

    init(_ extractors: [any Extractor]) {
        names = extractors.map(\.name)
        let own = extractors.filter { !$0.isNative }
        let native = extractors.filter(\.isNative)
        self.own = Self.positionsByFormat(own).mapValues { $0.map { own[$0] } }
        self.native = native.map(NativeReader.init)
        nativeByFormat = Self.positionsByFormat(native)
    }

    private static func positionsByFormat(_ extractors: [any Extractor]) -> [FileFormat: [Int]] {
        extractors.enumerated().reduce(into: [:]) { table, extractor in
            for format in extractor.element.formats { table[format, default: []].append(extractor.offset) }
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
            reading.unasked = nativeByFormat[format] ?? []
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
        var answers = await answers(to: reading.questions(), options)[...]
        return await putTogether(reading, with: &answers, options)
    }

    /// Asks each native reader all its questions at once.
    private func answers(to questions: [Reading.Question], _ options: ExtractionOptions) async -> [Extraction] {
        var answers = [Extraction](repeating: Extraction(), count: questions.count)
        for (position, reader) in native.enumerated() {
            let asked = questions.indices.filter { questions[$0].reader == position }
            guard !asked.isEmpty else { continue }
            let found = await reader.extract(from: asked.map { questions[$0].source }, options)
            for (index, extraction) in zip(asked, found) { answers[index] = extraction }
        }
        return answers
    }

    private func putTogether(
        _ reading: Reading, with answers: inout ArraySlice<Extraction>, _ options: ExtractionOptions
    ) async -> Extraction {
        var reading = reading
        for _ in reading.unasked { reading.extraction.add(answers.removeFirst()) }
        var found: [Extraction] = []
        for block in reading.blocks { found.append(await putTogether(block.reading, with: &answers, options)) }
        // Native readers may have come upon blocks of their own.
        await readBlocks(of: &reading, options)
        for block in reading.blocks[found.count...] {
            found.append(await complete(block.reading, options: options))
        }
        for index in found.indices {
            found[index].move(to: reading.blocks[index].offset)
            reading.extraction.merge(found[index])
        }
        return reading.extraction
    }
}

/// A native reader, and the same one where it can be asked several things at once: finding that out takes time.
private struct NativeReader: Sendable {
    private let single: any Extractor
    private let bundling: (any BundlingExtractor)?

    init(_ reader: any Extractor) {
        single = reader
        bundling = reader as? any BundlingExtractor
    }

    func extract(from sources: [TypedSource], _ options: ExtractionOptions) async -> [Extraction] {
        if let bundling { return await bundling.extract(from: sources, options: options) }
        var extractions: [Extraction] = []
        for typed in sources {
            extractions.append(await single.extract(from: typed.source, as: typed.format, options: options))
        }
        return extractions
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

    /// Makes offsets in a block offsets in the file; no offsets where the block has none.
    fileprivate mutating func move(to offset: Int?) {
        for index in findings.indices { findings[index].offset.move(to: offset) }
        for index in issues.indices { issues[index].offset.move(to: offset) }
    }
}

extension Int? {
    fileprivate mutating func move(to start: Int?) {
        guard let inner = self else { return }
        self = start.map { $0 &+ inner }
    }
}
