internal import GRDB
internal import MetadataCore

#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

/// The table `runs`: the last result for each path, in the order of a walk.
extension SQLiteRecordStore {
    static func createRuns(_ database: Database) throws {
        try database.create(table: "runs", options: .withoutRowID) { table in
            table.primaryKey("path", .blob)
            table.column("context", .text).notNull()
            table.column("stamp", .blob).notNull()
            table.column("line", .blob).notNull()
        }
    }

    /// Adds results and their records, in one transaction.
    func add(_ results: [(RunResult, StoredRecord)], context: String) throws {
        guard !results.isEmpty else { return }
        try writing { database in
            for (result, record) in results {
                _ = try Self.put(record, in: database)
                try Self.put(result, context: context, in: database)
            }
        }
    }

    private static func put(_ result: RunResult, context: String, in database: Database) throws {
        let key = Data(RunResult.walkKey(result.pathBytes))
        guard let stamp = result.stamp?.encoded() else {
            try database.cachedStatement(sql: "DELETE FROM runs WHERE path = ?").execute(arguments: [key])
            return
        }
        var line: [UInt8] = []
        result.line.encode(to: &line)
        let insertion = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO runs (path, context, stamp, line) VALUES (?, ?, ?, ?)")
        try insertion.execute(arguments: [key, context, Data(stamp), Data(line)])
    }

    /// The results from a key on.
    func runPage(from key: [UInt8], context: String) throws -> RunPage {
        let rows = try reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT path, stamp, line, context = ? FROM runs WHERE path >= ? ORDER BY path LIMIT ?")
            let cursor = try Row.fetchCursor(statement, arguments: [context, Data(key), RunPage.count])
            var rows: [RunPage.Row] = []
            rows.reserveCapacity(RunPage.count)
            while let row = try cursor.next() {
                rows.append((try Self.bytes(row, 0), row[3] ? try Self.result(row) : nil))
            }
            return rows
        }
        return RunPage(from: key, rows)
    }

    private static func result(_ row: Row) throws -> (stamp: FileStamp, line: RecordLine)? {
        var line = try bytes(row, 2)[...]
        guard let stamp = FileStamp(decoding: try bytes(row, 1)[...]), let line = RecordLine(decoding: &line) else {
            return nil
        }
        return (stamp, line)
    }

    private static func bytes(_ row: Row, _ index: Int) throws -> [UInt8] {
        try row.withUnsafeData(atIndex: index) { $0.map { [UInt8]($0) } ?? [] }
    }
}
