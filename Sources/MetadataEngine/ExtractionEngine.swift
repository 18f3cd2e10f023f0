public import MetadataCore
internal import Normalization
public import SystemPackage

/// Says what files are: identifies, reads once, extracts, checks and normalizes.
///
/// The engine knows no format's details; it is handed the readers that do. Every input gives exactly one record, whatever
/// is wrong with it. An engine is a value, and one may serve any number of tasks at once.
///
/// ```swift
/// let engine = ExtractionEngine(extractors: [MyExtractor()])
/// let entry = try await engine.record(of: "photo.jpg")
/// print(entry.record.status)
/// ```
public struct ExtractionEngine: Sendable {
    /// Limits and policies of every extraction.
    public let options: ExtractionOptions

    let readers: Readers
    let buffers = BufferPool(byteCount: Self.blockByteCount)
    let groupBuffers = BufferPool()

    /// How many bytes are read at once: large enough that most files are one block, small enough for a core's cache.
    static let blockByteCount = 256 * 1_024

    /// Makes an engine.
    ///
    /// - Parameters:
    ///   - extractors: The readers of formats. Several may read the same format; all are asked, in this order.
    ///   - options: Limits and policies.
    public init(extractors: [any Extractor], options: ExtractionOptions = ExtractionOptions()) {
        self.options = options
        readers = Readers(extractors)
    }

    /// The names of the readers, in the order in which they are asked.
    public var extractorNames: [String] { readers.names }
}

// MARK: - One file

extension ExtractionEngine {
    /// The record of a file.
    ///
    /// - Parameter path: The file. A symbolic link is followed, as it was named.
    /// - Returns: Its record; what is wrong with the file is in its issues.
    /// - Throws: ``ExtractionError`` with code `cancelled` when the task was cancelled, and nothing else.
    public func record(of path: FilePath) async throws(ExtractionError) -> RecordEntry {
        let location = FileLocation(named: path)
        let (evidence, status) = try await evidence(of: location)
        return entry(of: location, evidence, status)
    }

    /// The record of bytes in memory.
    ///
    /// - Parameters:
    ///   - bytes: The whole content.
    ///   - hint: What is said of the content elsewhere: its name, its declared type.
    /// - Returns: The record.
    /// - Throws: ``ExtractionError`` with code `cancelled` when the task was cancelled, and nothing else.
    public func record(
        of bytes: [UInt8], hint: FormatHint = FormatHint()
    ) async throws(ExtractionError) -> MetadataRecord {
        try await record(of: MemorySource(bytes), hint: hint)
    }

    /// The record of any source.
    ///
    /// - Parameters:
    ///   - source: The content.
    ///   - hint: What is said of the content elsewhere: its name, its declared type.
    /// - Returns: The record.
    /// - Throws: ``ExtractionError`` with code `cancelled` when the task was cancelled, and nothing else.
    public func record(
        of source: any ByteSource, hint: FormatHint = FormatHint()
    ) async throws(ExtractionError) -> MetadataRecord {
        normalize(try await read(source, hint: hint)).record
    }

    /// Everything that was found in a file, and how the record came to be.
    ///
    /// - Parameter path: The file.
    /// - Returns: The record, the decisions and all findings.
    /// - Throws: ``ExtractionError`` with code `cancelled` when the task was cancelled, and nothing else.
    public func explanation(of path: FilePath) async throws(ExtractionError) -> Explanation {
        let (evidence, _) = try await evidence(of: FileLocation(named: path))
        let normalized = normalize(evidence)
        return Explanation(record: normalized.record, basis: evidence.basis, decisions: normalized.decisions)
    }

    func normalize(_ evidence: Evidence) -> Normalizer.Normalized {
        Normalizer(options: options).normalize(
            evidence.subject, findings: evidence.extraction.findings, issues: evidence.extraction.issues)
    }
}

// MARK: - Many files

extension ExtractionEngine {
    /// The records of all files under some paths.
    ///
    /// Directories are walked in the order of their sorted names; symbolic links inside them are recorded, not followed.
    ///
    /// - Parameters:
    ///   - paths: Files and directories.
    ///   - jobs: How many files are worked on at once; their number changes nothing in the result.
    /// - Returns: One entry for each file, in the order of the walk.
    public func records(under paths: [FilePath], jobs: Int = 1) -> RecordSequence {
        RecordSequence(engine: self, paths: paths, jobs: jobs)
    }

    /// The records of all files under some paths, as a command writes them.
    ///
    /// - Parameters:
    ///   - paths: Files and directories.
    ///   - options: How the run is done, which files are taken, and what is remembered of earlier runs.
    /// - Returns: One entry for each file that is taken, in the order of the walk.
    public func batch(under paths: PathList, options: BatchOptions = BatchOptions()) -> BatchSequence {
        BatchSequence(engine: self, paths: paths, options: options)
    }
}
