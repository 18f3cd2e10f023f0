import CPoppler
public import MetadataCore

/// Reads a PDF through poppler-glib: page count and version, document information, encryption, page sizes and what
/// the document contains.
///
/// poppler trusts a document in many places, can take long and much memory on a hostile one and ends the process when
/// memory runs out. Where files come from strangers, run this in a worker process.
///
/// All calls are made one after another on a queue of their own, so no caller's executor waits. One empty document
/// stays open for the life of the process: without it poppler rebuilds its tables at each document. What poppler
/// logs is taken over for the whole process and prints nothing.
///
/// Documents up to `Limits.inMemoryByteCount` are read in memory, larger ones through the source's descriptor or, where
/// there is none, by the ranges that poppler asks for, up to that limit in all. Page sizes are those of the first
/// 1,000 pages; scripts, forms and signatures are looked for in documents of at most 1,000. The answer depends on the
/// file and the limits only, never on time.
///
/// poppler does not tell everything: encryption that forbids nothing, tagging and XFA stay unknown, and a
/// cross-reference table is often rebuilt in silence.
///
/// ```swift
/// let extractor = PopplerExtractor()
/// let extraction = await extractor.extract(from: source, as: .init(rawValue: "pdf"), options: .init())
/// ```
public struct PopplerExtractor: StagedExtractor {
    /// Makes the extractor. The library's tables are built when the first document comes.
    public init() {}

    /// `poppler`.
    public var name: String { "poppler" }

    /// PDF.
    public var formats: Set<FileFormat> { [FileFormat(rawValue: "pdf")] }

    /// It wraps a native library.
    public var isNative: Bool { true }

    /// The library's version.
    public var libraryVersion: String? { unsafe String(cString: poppler_get_version()) }

    /// Reads what poppler knows, what is certain and cheap first.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - format: PDF.
    ///   - options: The limits.
    ///   - stage: Called with `information` (page count, version, document information), `page sizes` and
    ///     `attachments`; forms, scripts and signatures, for which every page is opened, come last.
    /// - Returns: Findings with the source `poppler`; an issue `encrypted` where a password is needed, `corrupt`
    ///   where there is no document or poppler met errors, `repaired` where it rebuilt the document's structure.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions,
        stage: @escaping @Sendable (_ name: String, Extraction) -> Void
    ) async -> Extraction {
        await PopplerQueue.shared.run { isCancelled in
            DocumentReading(limits: options.limits, isCancelled: isCancelled, stage: stage).read(source)
        }
    }

    /// Builds the library's tables and loads what it loads late, so that nothing has to be opened afterwards.
    ///
    /// A worker calls this before it gives up its right to open files.
    public func warmUp() async {
        _ = await PopplerQueue.shared.run { isCancelled in
            DocumentReading(limits: Limits(), isCancelled: isCancelled) { _, _ in }
                .read(MemorySource(EmptyDocument.bytes))
        }
    }
}
