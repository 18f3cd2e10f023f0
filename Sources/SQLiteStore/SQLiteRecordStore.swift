internal import GRDB
public import MetadataCore

/// Records in one SQLite file.
///
/// Each batch is one transaction of a write-ahead log: a killed process leaves a database that opens, with whole batches
/// only. The table `records` holds one row for each key, with the record's JSON and the members that one would ask for.
///
/// ```swift
/// let store = try SQLiteRecordStore(path: "records.sqlite")
/// let outcomes = try await store.put([StoredRecord(key: key, sequence: 1, record: record)])
/// ```
public final class SQLiteRecordStore: RecordStore {
    private let database: DatabasePool

    /// Opens a database, and makes it when there is none.
    ///
    /// - Parameter path: The file. SQLite keeps two more beside it, with `-wal` and `-shm` behind the name.
    /// - Throws: ``StoreError`` with code `cannotOpen`.
    public init(path: String) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            // Each transaction is on the disk when it is said to be.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            database = try DatabasePool(path: path, configuration: configuration)
            try Self.migrator.migrate(database)
        } catch {
            throw StoreError(.cannotOpen, "\(path): \(error)")
        }
    }

    /// Stores records in one transaction.
    ///
    /// - Parameter records: Records in any order; a key may appear more than once.
    /// - Returns: What became of each.
    /// - Throws: ``StoreError`` with code `cannotWrite`; nothing of the batch is stored then.
    public func put(_ records: [StoredRecord]) async throws -> [PutOutcome] {
        do {
            return try await database.write { database in
                try records.map { try Self.put($0, in: database) }
            }
        } catch {
            throw StoreError(.cannotWrite, "\(error)")
        }
    }

    /// The record of one version of a file.
    ///
    /// - Parameter key: The file and its version.
    /// - Returns: The record, or nil when there is none.
    /// - Throws: ``StoreError`` with code `cannotRead`.
    public func record(for key: RecordKey) async throws -> StoredRecord? {
        do {
            return try await database.read { try RecordRow.row(for: key, in: $0)?.stored() }
        } catch {
            throw StoreError(.cannotRead, "\(error)")
        }
    }

    /// Records in the order of their keys.
    ///
    /// - Parameters:
    ///   - key: The last key of the page before; nil for the first page.
    ///   - limit: The most records to return.
    /// - Returns: At most `limit` records.
    /// - Throws: ``StoreError`` with code `cannotRead`.
    public func page(after key: RecordKey?, limit: Int) async throws -> [StoredRecord] {
        do {
            return try await database.read { database in
                try RecordRow.page(after: key, limit: max(0, limit), in: database).map { try $0.stored() }
            }
        } catch {
            throw StoreError(.cannotRead, "\(error)")
        }
    }

    static func put(_ record: StoredRecord, in database: Database) throws -> PutOutcome {
        if try RecordRow(record).insertIfNew(in: database) { return .stored }
        let existing = try RecordRow.row(for: record.key, in: database)?.stored()
        let outcome = PutOutcome.deciding(record, over: existing)
        if outcome == .stored { try RecordRow(record).save(database) }
        return outcome
    }
}

// MARK: - Access

extension SQLiteRecordStore {
    func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try database.read(body)
    }

    func writing(_ body: (Database) throws -> Void) throws {
        try database.write(body)
    }
}

// MARK: - Rows

/// A row of the table `records`.
private struct RecordRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "records"

    var fileId: String
    var versionId: String
    var sequence: Int64
    var status: String
    var format: String
    var mediaType: String
    var size: Int?
    var sha256: String?
    var json: String

    init(_ stored: StoredRecord) {
        fileId = stored.key.fileID
        versionId = stored.key.versionID
        sequence = stored.sequence
        status = stored.record.status.rawValue
        format = stored.record.format.rawValue
        mediaType = stored.record.mediaType
        size = stored.record.size
        sha256 = stored.record.checksums?.sha256
        json = String(decoding: stored.record.canonicalJSON(), as: UTF8.self)
    }

    /// Inserts the row, unless there is one with its key.
    func insertIfNew(in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO records
                (fileId, versionId, sequence, status, format, mediaType, size, sha256, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(
            arguments: [fileId, versionId, sequence, status, format, mediaType, size, sha256, json])
        return database.changesCount == 1
    }

    func stored() throws -> StoredRecord {
        StoredRecord(
            key: RecordKey(fileID: fileId, versionID: versionId), sequence: sequence,
            record: try MetadataRecord(parsing: json.utf8))
    }

    static func row(for key: RecordKey, in database: Database) throws -> RecordRow? {
        try fetchOne(database, key: ["fileId": key.fileID, "versionId": key.versionID])
    }

    static func page(after key: RecordKey?, limit: Int, in database: Database) throws -> [RecordRow] {
        let order = [Column("fileId"), Column("versionId")]
        guard let key else { return try RecordRow.order(order).limit(limit).fetchAll(database) }
        return try RecordRow.filter(sql: "(fileId, versionId) > (?, ?)", arguments: [key.fileID, key.versionID])
            .order(order).limit(limit).fetchAll(database)
    }
}

extension SQLiteRecordStore {
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.create(table: RecordRow.databaseTableName, options: .withoutRowID) { table in
                table.column("fileId", .text).notNull()
                table.column("versionId", .text).notNull()
                table.column("sequence", .integer).notNull()
                table.column("status", .text).notNull()
                table.column("format", .text).notNull()
                table.column("mediaType", .text).notNull()
                table.column("size", .integer)
                table.column("sha256", .text).indexed()
                table.column("json", .text).notNull()
                table.primaryKey(["fileId", "versionId"])
            }
        }
        migrator.registerMigration("2", migrate: createRuns)
        return migrator
    }
}
