/// Gathers a text that comes in pieces into blocks.
///
/// Everything is decided at the ends of blocks only. So the outcome depends on the text alone, and not on the pieces.
struct TableStream: Sendable {
    let configuration: CSVSniffer.Configuration
    private var block: [UInt8] = []
    private var blockTarget: Int
    private var isSampling = true
    private var pipeline = RecordPipeline()

    /// The largest record that is held as a whole, and the largest sample.
    static let longestRecord = 1 << 20
    private static let blockSize = 1 << 18
    private static let wantedSampleLines = 8

    init(configuration: CSVSniffer.Configuration) {
        self.configuration = configuration
        blockTarget = Swift.min(Swift.max(configuration.sampleByteCount, 1024), TableStream.longestRecord)
    }

    var findings: StreamFindings { pipeline.findings }

    /// Takes the next bytes of the text, in an encoding that contains ASCII.
    mutating func append(_ bytes: Span<UInt8>) {
        var taken = 0
        while taken < bytes.count {
            let count = Swift.min(blockTarget - block.count, bytes.count - taken)
            block.append(copying: bytes.extracting(taken..<(taken + count)))
            taken += count
            if block.count == blockTarget { process(isFinal: false) }
        }
    }

    /// Processes what is left.
    mutating func finish() {
        process(isFinal: true)
        pipeline.finish()
    }

    private mutating func process(isFinal: Bool) {
        if isSampling {
            guard isFinal || isSampleSufficient else {
                blockTarget *= 2
                return
            }
            isSampling = false
            let sample = SampleVerdict(block.span, isFinal: isFinal, configuration: configuration)
            pipeline.begin(sample, sampleByteCount: block.count, configuration)
            blockTarget = Swift.max(TableStream.blockSize, block.count)
        }
        var held: [UInt8] = []
        swap(&held, &block)
        let consumed = pipeline.read(held.span, isFinal: isFinal)
        held.removeFirst(consumed)
        swap(&held, &block)
        if block.count * 2 > blockTarget, blockTarget < TableStream.longestRecord { blockTarget *= 2 }
    }

    private var isSampleSufficient: Bool {
        guard block.count < TableStream.longestRecord else { return true }
        var lines = 0
        for byte in block where byte.isTerminator { lines += 1 }
        return lines >= TableStream.wantedSampleLines
    }
}

extension [UInt8] {
    /// Creates an array of the bytes of a span.
    init(copying span: Span<UInt8>) {
        self.init()
        append(copying: span)
    }

    /// Appends the bytes of a span.
    mutating func append(copying span: Span<UInt8>) {
        append(addingCapacity: span.count) { output in
            for index in span.indices { output.append(span[index]) }
        }
    }
}
