import Assay
import MetadataEngine
import SQLiteStore

/// Takes records as they come: prints them, counts them.
struct RecordSink {
    let format: RecordFormat
    let memory: SQLiteRunMemory?
    let monitor: RunMonitor

    /// Prints all records, as many with one call as are ready: what was printed is not lost when the process is killed.
    ///
    /// - Parameters:
    ///   - batch: The records.
    ///   - paths: What the user named: that one of them cannot be read is worse than that a file inside a directory
    ///     cannot.
    /// - Returns: The status that says how it went.
    /// - Throws: ``OutputError`` when the output or the store takes no more.
    func drain(_ batch: BatchSequence, named paths: Set<String>) async throws -> ExitStatus {
        var writer = format.writer
        var status = ExitStatus.success
        var iterator = batch.makeAsyncIterator()
        monitor.watch(iterator.activity)
        var text = Array(writer.begin().utf8)
        while let entries = await iterator.next() {
            for entry in entries {
                try writer.write(entry, to: &text)
                monitor.count(entry)
                status = max(status, Self.status(of: entry, named: paths))
            }
            try Output.standard.write(text)
            text.removeAll(keepingCapacity: true)
            if let failure = memory?.failure { throw OutputError(reason: "\(failure)") }
        }
        try OutputError.wrapping { try memory?.finish() }
        try Output.standard.write(text + Array(writer.end().utf8))
        return status
    }

    private static func status(of entry: BatchEntry, named paths: Set<String>) -> ExitStatus {
        if entry.line.status == .complete { return .success }
        guard entry.byteCount == nil else { return .recordsWithProblems }
        let path = String(decoding: entry.pathBytes, as: UTF8.self)
        return paths.contains(path) ? .inputUnreadable : .recordsWithProblems
    }
}

extension ExitStatus: Comparable {
    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
