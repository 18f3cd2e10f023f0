public import MetadataCore

/// A store of records that a run fills and that a later run resumes from.
///
/// Beside the table of ``SQLiteRecordStore`` there is one with the last result for each path. A result is in a journal
/// beside the database as soon as it is there, and in the database with the rest of its batch, which is one synced
/// transaction: a process that is killed at any time has lost nothing that was remembered, and a machine that loses
/// power, one batch at most.
///
/// ```swift
/// let memory = try SQLiteRunMemory(path: "records.sqlite", context: "assay 0.1.0", recalls: true)
/// options.memory = memory
/// for await entries in engine.batch(under: paths, options: options) { write(entries) }
/// try memory.finish()
/// ```
public final class SQLiteRunMemory: RecordMemory {
    private struct State: ~Copyable {
        let journal: RunJournal
        var pending: [(RunResult, StoredRecord)] = []
        var failure: StoreError?
        var page: RunPage
    }

    private let store: SQLiteRecordStore
    private let context: String
    private let recalls: Bool
    private let state: Guarded<State>

    /// How many results are one transaction.
    private static let batchCount = 256

    /// Opens a store for a run. What an earlier run left in the journal goes into the database first.
    ///
    /// - Parameters:
    ///   - path: The database. The journal beside it has `-run` behind the name.
    ///   - context: What the records depend on besides the files: versions, policies. A result of another context is
    ///     never recalled.
    ///   - recalls: Whether results of earlier runs are used. Otherwise all files are read.
    /// - Throws: ``StoreError`` when the database or the journal cannot be opened, read or written.
    public init(path: String, context: String, recalls: Bool) throws(StoreError) {
        store = try SQLiteRecordStore(path: path)
        self.context = context
        self.recalls = recalls
        do {
            let journal = try RunJournal(path: path + "-run")
            let results = try journal.results().map { ($0, try StoredRecord($0)) }
            try store.add(results, context: context)
            try journal.clear()
            state = Guarded(State(journal: journal, page: RunPage()))
        } catch {
            throw StoreError(.cannotOpen, "\(path)-run: \(error)")
        }
    }

    /// The record of a file that was read before and has not changed since.
    ///
    /// - Parameters:
    ///   - path: The bytes of the path.
    ///   - stamp: What the system says of the file now.
    /// - Returns: The record; nil when the file is to be read.
    /// - Complexity: Constant, on average, when paths come in the order of a walk.
    public func recall(_ path: [UInt8], _ stamp: FileStamp) -> RecordLine? {
        guard recalls else { return nil }
        let key = RunResult.walkKey(path)
        return state.withLock { state in
            if !state.page.covers(key) {
                guard let page = try? store.runPage(from: key, context: context) else { return nil }
                state.page = page
            }
            return state.page.line(for: key, stamp)
        }
    }

    /// Remembers a record: in the journal at once, in the database with its batch.
    ///
    /// - Parameters:
    ///   - entry: The path and the record.
    ///   - line: The record as it is written.
    ///   - stamp: What stands for the content that was read.
    public func remember(_ entry: RecordEntry, _ line: RecordLine, _ stamp: FileStamp?) {
        let result = RunResult(pathBytes: entry.pathBytes, stamp: stamp, modified: entry.modified, line: line)
        let record = StoredRecord(entry)
        state.withLock { state in
            guard state.failure == nil else { return }
            do {
                try state.journal.append(result)
                state.pending.append((result, record))
                if state.pending.count >= Self.batchCount { try flush(&state) }
            } catch {
                state.failure = error as? StoreError ?? StoreError(.cannotWrite, "\(error)")
            }
        }
    }

    /// Puts what is left into the database.
    ///
    /// - Throws: ``StoreError`` when anything since the start could not be written.
    public func finish() throws(StoreError) {
        let failure = state.withLock { state -> StoreError? in
            if state.failure == nil {
                do {
                    try flush(&state)
                } catch {
                    state.failure = error as? StoreError ?? StoreError(.cannotWrite, "\(error)")
                }
            }
            return state.failure
        }
        if let failure { throw failure }
    }

    /// What could not be written so far.
    public var failure: StoreError? {
        state.withLock { $0.failure }
    }

    private func flush(_ state: inout State) throws {
        try store.add(state.pending, context: context)
        state.pending = []
        try state.journal.clear()
    }
}
