import Assay
import SQLiteStore

/// Takes records as they come: prints them, stores them, counts them.
struct RecordSink {
    private let writer: any RecordWriter
    private let store: SQLiteRecordStore?

    /// How many records are stored in one transaction.
    private static let batchCount = 256

    init(format: RecordFormat, store path: String?) throws(OutputError) {
        writer = format.writer
        do {
            store = try path.map { path throws(StoreError) in try SQLiteRecordStore(path: path) }
        } catch {
            throw OutputError(reason: "\(error)")
        }
    }

    /// Prints and stores all records.
    ///
    /// - Parameters:
    ///   - records: The records.
    ///   - paths: What the user named: that one of them cannot be read is worse than that a file inside a directory
    ///     cannot.
    /// - Returns: The status that says how it went.
    /// - Throws: ``OutputError`` when the output or the store takes no more.
    func drain(_ records: RecordSequence, named paths: Set<String>) async throws -> ExitStatus {
        var writer = writer
        var progress = Progress()
        var batch: [RecordEntry] = []
        var status = ExitStatus.success
        defer { progress.finish() }
        try Output.standard.write(writer.begin())
        for await entry in records {
            try Output.standard.write(writer.line(for: entry))
            progress.advance(past: entry)
            status = max(status, Self.status(of: entry, named: paths))
            try await keep(entry, in: &batch)
        }
        try await flush(&batch)
        try Output.standard.write(writer.end())
        return status
    }

    private static func status(of entry: RecordEntry, named paths: Set<String>) -> ExitStatus {
        if entry.record.status == .complete { return .success }
        let isUnreadable = entry.record.size == nil
        return isUnreadable && paths.contains(entry.path) ? .inputUnreadable : .recordsWithProblems
    }

    // MARK: - Storing

    private func keep(_ entry: RecordEntry, in batch: inout [RecordEntry]) async throws {
        guard store != nil else { return }
        batch.append(entry)
        if batch.count >= Self.batchCount { try await flush(&batch) }
    }

    private func flush(_ batch: inout [RecordEntry]) async throws {
        guard let store, !batch.isEmpty else { return }
        do {
            _ = try await store.put(batch.map(StoredRecord.init))
        } catch {
            throw OutputError(reason: "\(error)")
        }
        batch = []
    }
}

extension StoredRecord {
    /// A file's version is its content; writes are ordered by the time of its last change. A path that is not UTF-8 is
    /// kept in Base64, as no two files may share a key.
    init(_ entry: RecordEntry) {
        let fileID = entry.pathBase64.map { "base64:\($0)" } ?? entry.path
        let key = RecordKey(fileID: fileID, versionID: entry.record.checksums?.sha256 ?? "")
        self.init(key: key, sequence: entry.modified ?? 0, record: entry.record)
    }
}

extension ExitStatus: Comparable {
    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
