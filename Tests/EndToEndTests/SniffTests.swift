import Foundation
import MetadataCore
import Subprocess
import TestSupport
import Testing

/// `assay sniff`, run as a user runs it.
@Suite struct SniffTests {
    private static let text = "Report;;\n;;\nid;name;amount\n1;Ann;2,5\n2;Bob;3,25\n3;;4,75\n\nSource: the office\n"

    private func object(_ result: Command.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    }

    @Test func `People get a table`() async throws {
        let result = try await Command.run("sniff", input: Self.text)
        let text = String(decoding: result.output, as: UTF8.self)
        #expect(result.status == .exited(0))
        for part in ["delimiter   ;", "rows        3", "skipped 2, header 1, footer 1", "amount  number"] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test func `The JSON is the record that extraction gives`() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(Array(Self.text.utf8), to: "orders.csv")
        let sniffed = try await Command.run("sniff", file.path, "--format", "json")
        let extracted = try await Command.run("extract", file.path)
        #expect(try sniffed.records.first?.table == extracted.records.first?.table)
        #expect(try sniffed.records.first?.table?.rowCount == 3)
        #expect(try await Command.run("sniff", "--format", "json", input: Self.text).output == sniffed.output)
    }

    @Test func `A data resource has a dialect and a schema`() async throws {
        let resource = try object(await Command.run("sniff", "--datapackage", input: Self.text))
        let dialect = try #require(resource["dialect"] as? [String: Any])
        #expect(dialect["delimiter"] as? String == ";")
        #expect(dialect["headerRows"] as? [Int] == [3])
        #expect(dialect["commentRows"] as? [Int] == [1, 2])
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.map { $0["name"] as? String } == ["id", "name", "amount"])
        #expect(fields.map { $0["type"] as? String } == ["integer", "string", "number"])
        #expect(fields[2]["decimalChar"] as? String == ",")
    }

    @Test func `CSVW metadata have a dialect and columns`() async throws {
        let metadata = try object(await Command.run("sniff", "--csvw", input: "id,day\n1,31/01/2020\n2,28/02/2020\n"))
        let schema = try #require(metadata["tableSchema"] as? [String: Any])
        let columns = try #require(schema["columns"] as? [[String: Any]])
        #expect(columns.map { $0["titles"] as? String } == ["id", "day"])
        #expect((columns[1]["datatype"] as? [String: String]) == ["base": "date", "format": "dd/MM/yyyy"])
        #expect((metadata["dialect"] as? [String: Any])?["headerRowCount"] as? Int == 1)
    }

    @Test func `What the user knows is taken`() async throws {
        let result = try await Command.run(
            "sniff", "--format", "json", "--delimiter", "none", "--header-rows", "0", input: "a,b\n1,2\n")
        let table = try #require(try result.records.first?.table)
        #expect(table.columnCount == 1)
        #expect(table.rowCount == 2)
        #expect(try await Command.run("sniff", "--delimiter", "ab", input: "").status == .exited(2))
    }

    @Test func `A file that is not there is said`() async throws {
        let result = try await Command.run("sniff", "/nonexistent.csv")
        #expect(result.status == .exited(3))
        #expect(result.error.contains("/nonexistent.csv"))
    }
}
