public import MetadataCore

/// How a run over many files is done. None of it changes a record.
///
/// ```swift
/// var options = BatchOptions()
/// options.jobs = 4
/// options.filter.include("*.pdf")
/// ```
public struct BatchOptions: Sendable {
    /// How many files are worked on at once. 1 by default.
    public var jobs = 1
    /// Which files are taken. All by default.
    public var filter = WalkFilter()
    /// What is known of earlier runs. Nothing by default; with a memory a worker that is killed loses one file at most,
    /// as files are then read one after the other.
    public var memory: (any RecordMemory)?
    /// Whether files that are read should not push others out of the system's memory for files. False by default.
    public var sparesCache = false

    /// The defaults.
    public init() {}
}
