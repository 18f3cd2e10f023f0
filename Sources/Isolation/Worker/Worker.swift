internal import CSandbox
package import MetadataCore

/// A worker process: shuts itself in, then reads one file after another for its host.
///
/// ```swift
/// let worker = Worker(family: "image", readers: [JPEGLibraryExtractor()], warmUp: [.jpeg])
/// MainThread.run { await worker.run(SandboxBounds()) }
/// ```
package struct Worker: Sendable {
    /// A small file that makes libraries load what they load late, before the doors are closed.
    package struct WarmUp: Sendable {
        let format: FileFormat
        let bytes: [UInt8]

        /// Makes a warm-up.
        package init(_ format: FileFormat, _ bytes: [UInt8]) {
            self.format = format
            self.bytes = bytes
        }
    }

    /// A reader, and the same one where it tells its stages: asking for that takes as long as reading a small file.
    private struct Reader: Sendable {
        let whole: any Extractor
        let staged: (any StagedExtractor)?

        init(_ reader: any Extractor) {
            whole = reader
            staged = reader as? any StagedExtractor
        }
    }

    private let family: String
    private let readers: [any Extractor]
    private let byFormat: [FileFormat: [Reader]]
    private let warmUp: [WarmUp]

    /// Makes a worker.
    ///
    /// - Parameters:
    ///   - family: The family of libraries: `image`, `pdf`.
    ///   - readers: Its readers; all that read a file's format are asked, in this order.
    ///   - warmUp: Read once before the doors are closed.
    package init(family: String, readers: [any Extractor], warmUp: [WarmUp]) {
        self.family = family
        self.readers = readers
        self.warmUp = warmUp
        byFormat = readers.reduce(into: [:]) { table, reader in
            for format in reader.formats { table[format, default: []].append(Reader(reader)) }
        }
    }

    /// Serves the host at the other end of standard input until it is gone.
    ///
    /// - Parameter bounds: What the process may use.
    package func run(_ bounds: SandboxBounds) async {
        let sender = ReplySender(socket: 0)
        let tally = Tally.ofThisProcess()
        let report = await shutIn(bounds)
        guard sender.send(Frame.hello(report).bytes) else { return }
        var socket = WorkerSocket(descriptor: 0, sender: sender)
        var meter = UsageMeter()
        while let (request, sources) = try? socket.next() {
            let reply = Reply(id: request.id, sender: sender)
            for (index, part) in request.parts.enumerated() {
                // A file that is read alone may have ended a worker before: what is known of it is told at once.
                if index > 0, !socket.hasMore { sender.flush() }
                assay_clear_error()
                await answer(part.format, sources[index], request.options, reply, &meter)
            }
            if let tally { tally.add() } else { sender.flush() }
        }
    }

    /// Closes all doors.
    ///
    /// - Parameter bounds: What the process may use.
    /// - Returns: What the worker is, and which layers of its sandbox are on.
    package func shutIn(_ bounds: SandboxBounds) async -> WorkerReport {
        let libraries = LoadedLibraries.names()
        assay_report_memory_exhaustion()
        var layers = bounds.impose()
        for file in warmUp {
            for reader in byFormat[file.format] ?? [] {
                let source = MemorySource(file.bytes)
                let extraction = await reader.whole.extract(
                    from: source, as: file.format, options: ExtractionOptions())
                _ = FrameSplitter.byteCount(of: extraction)
            }
        }
        layers.formUnion(SandboxBounds.seal())
        return WorkerReport(
            family: family, layers: layers, readers: readers.map(\.nameAndVersion), libraries: libraries)
    }

    private func answer(
        _ format: FileFormat, _ source: any ByteSource, _ options: ExtractionOptions, _ reply: Reply,
        _ meter: inout UsageMeter
    ) async {
        let readers = byFormat[format] ?? []
        for reader in readers.dropLast() {
            reply.send(reader.whole.name, await Self.extraction(by: reader, format, source, options, reply))
        }
        let isSmall = source.fileDescriptor == nil || DescriptorSource.isSmall(source.byteCount)
        guard let last = readers.last else { return reply.send("", Extraction(), usage: meter.usage(isSmall)) }
        let extraction = await Self.extraction(by: last, format, source, options, reply)
        reply.send(last.whole.name, extraction, usage: meter.usage(isSmall))
    }

    private static func extraction(
        by reader: Reader, _ format: FileFormat, _ source: any ByteSource, _ options: ExtractionOptions, _ reply: Reply
    ) async -> Extraction {
        guard let staged = reader.staged else {
            return await reader.whole.extract(from: source, as: format, options: options)
        }
        return await staged.extract(from: source, as: format, options: options) { name, extraction in
            reply.send(name, extraction)
        }
    }
}

/// Tells what the process has used; small files use little, so that it need not be asked after each.
private struct UsageMeter {
    private var last = Frame.Usage.now
    private var smallFileCount = 0

    /// After so many small files the process is asked again.
    private static let period = 8

    mutating func usage(_ isAfterSmallFile: Bool) -> Frame.Usage {
        smallFileCount = isAfterSmallFile ? smallFileCount + 1 : Self.period
        if smallFileCount >= Self.period {
            smallFileCount = 0
            last = .now
        }
        return last
    }
}

extension Frame.Usage {
    /// What this process has used.
    ///
    /// The corresponding C function is `getrusage`.
    fileprivate static var now: Frame.Usage {
        var cpuMicroseconds: Int64 = 0
        var peakKibibytes: Int64 = 0
        unsafe assay_own_usage(&cpuMicroseconds, &peakKibibytes)
        return Frame.Usage(cpuMicroseconds: Int(cpuMicroseconds), peakByteCount: Int(peakKibibytes) << 10)
    }
}

extension Extractor {
    fileprivate var nameAndVersion: String { [name, libraryVersion].compactMap(\.self).joined(separator: " ") }
}
