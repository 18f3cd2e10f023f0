/// Turns a text that comes in pieces into stretches that begin with a record.
///
/// Each record is read by itself, from its first byte and no more than a mebibyte behind it. So the outcome depends on
/// the text alone, and not on the pieces.
struct TableStream: TextSink, Sendable {
    let configuration: CSVSniffer.Configuration
    /// The sample; later the beginning of a record whose end has not come yet.
    private(set) var held: [UInt8] = []
    private(set) var isSampling = true
    /// How many bytes are held before they are looked at.
    private var target: Int
    private(set) var pipeline = RecordPipeline()

    /// The largest record that is held as a whole, and the largest sample.
    static let longestRecord = 1 << 20
    private static let shortestStretch = 1 << 12
    /// Places in a stretch are kept in 32 bits.
    private static let longestStretch = 1 << 24
    /// So many lines are a good sample where they are clear; of a long one fewer will do.
    private static let goodSampleLines = 50
    private static let longSample = 1 << 16
    private static let longSampleLines = 8

    init(configuration: CSVSniffer.Configuration) {
        self.configuration = configuration
        target = Swift.min(Swift.max(configuration.sampleByteCount, 1024), TableStream.longestRecord)
    }

    /// A stream that reads a later part of the text of another one, from the beginning of a record on.
    init(following other: TableStream) {
        configuration = other.configuration
        target = TableStream.shortestStretch
        isSampling = false
        pipeline = other.pipeline.following()
    }

    /// Puts a later part of the text behind this one: `lead` are the bytes between both parts and the first byte of the
    /// other one.
    ///
    /// False where no record begins there, or the other part would have been read otherwise here. Then this part is good
    /// for nothing more.
    mutating func append(_ other: TableStream, behind lead: Span<UInt8>) -> Bool {
        guard pipeline.isReading else { return true }
        let end = pipeline.byteCount + held.count + lead.count - 1
        append(lead)
        let last = held
        let consumed = pipeline.read(last.span, isFinal: false)
        guard pipeline.byteCount == end, pipeline.isAtRecord, last.count - consumed == 1 else { return false }
        held = other.held
        target = other.target
        return pipeline.append(other.pipeline)
    }

    var findings: StreamFindings { pipeline.findings }

    /// Takes the next bytes of the text, in an encoding that contains ASCII.
    mutating func append(_ bytes: Span<UInt8>) {
        var position = 0
        while position < bytes.count {
            let rest = bytes.extracting(position...)
            if !isSampling, held.isEmpty, rest.count >= TableStream.shortestStretch {
                position &+= readDirectly(rest)
            } else {
                position &+= hold(rest)
            }
        }
    }

    /// Processes what is left.
    mutating func finish() {
        if isSampling { endSample(isFinal: true) }
        let last = held
        held = []
        _ = pipeline.read(last.span, isFinal: true)
        pipeline.finish()
    }

    /// Reads whole records without copying them; holds the beginning of one at the end.
    private mutating func readDirectly(_ bytes: Span<UInt8>) -> Int {
        let stretch = bytes.extracting(first: TableStream.longestStretch)
        let consumed = pipeline.read(stretch, isFinal: false)
        guard consumed < stretch.count, stretch.count == bytes.count else { return consumed }
        held.append(copying: stretch.extracting(consumed...))
        target = held.count + TableStream.shortestStretch
        return stretch.count
    }

    /// Holds bytes until there are enough of them; returns how many were taken.
    private mutating func hold(_ bytes: Span<UInt8>) -> Int {
        let taken = bytes.extracting(first: target - held.count)
        held.append(copying: taken)
        guard held.count >= target else { return taken.count }
        if isSampling {
            endSample(isFinal: false)
            return taken.count
        }
        return taken.count - readHeld(fresh: taken.count)
    }

    /// Reads the records that are held; returns how many of the latest bytes are to be given again.
    private mutating func readHeld(fresh: Int) -> Int {
        var bytes: [UInt8] = []
        swap(&bytes, &held)
        let consumed = pipeline.read(bytes.span, isFinal: false)
        let left = bytes.count - consumed
        if left <= fresh {
            bytes.removeAll(keepingCapacity: true)
            swap(&bytes, &held)
            target = TableStream.shortestStretch
            return left
        }
        bytes.removeFirst(consumed)
        swap(&bytes, &held)
        target = held.count + (consumed == 0 ? held.count : TableStream.shortestStretch)
        return 0
    }

    // MARK: - The sample

    private mutating func endSample(isFinal: Bool) {
        guard isFinal || isSampleSufficient else { return lengthenSample() }
        let sample = SampleVerdict(held.span, isFinal: isFinal, configuration: configuration)
        guard isFinal || isSampleLong || sample.isConvincing else { return lengthenSample() }
        isSampling = false
        pipeline.begin(sample, sampleByteCount: held.count, configuration)
        if !isFinal { _ = readHeld(fresh: 0) }
    }

    private mutating func lengthenSample() {
        target = Swift.min(isSampleLong ? target * 2 : Self.longSample, TableStream.longestRecord)
    }

    private var isSampleLong: Bool { held.count >= Self.longSample }

    private var isSampleSufficient: Bool {
        guard held.count < TableStream.longestRecord else { return true }
        var lines = 0
        for byte in held where byte.isTerminator { lines += 1 }
        return lines >= (isSampleLong ? Self.longSampleLines : Self.goodSampleLines)
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
