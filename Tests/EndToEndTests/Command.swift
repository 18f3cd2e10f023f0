import Foundation
import MetadataCore
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The built command, run as a user runs it.
enum Command {
    struct Result {
        let status: TerminationStatus
        let output: [UInt8]
        let error: String

        /// The records of NDJSON output.
        var records: [MetadataRecord] {
            get throws { try lines.map { try MetadataRecord(parsing: $0) } }
        }

        var lines: [ArraySlice<UInt8>] { output.split(separator: UInt8(ascii: "\n")) }

        /// The `path` members of NDJSON output.
        var paths: [String] {
            get throws {
                try lines.map { line in
                    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
                    return try #require(object?["path"] as? String)
                }
            }
        }
    }

    /// The test runner and the command are built into the same directory.
    static var executable: FilePath {
        get throws {
            let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return FilePath(runner).removingLastComponent().appending("assay")
        }
    }

    static func run(_ arguments: String..., at directory: String? = nil, input: String = "") async throws -> Result {
        let result = try await Subprocess.run(
            .path(executable), arguments: Arguments(arguments), workingDirectory: directory.map { FilePath($0) },
            input: .string(input), output: .bytes(limit: 64 << 20), error: .string(limit: 1 << 20))
        return Result(
            status: result.terminationStatus, output: result.standardOutput, error: result.standardError)
    }
    // MARK: - How far it is

    /// What a command that runs has read so far (proc_pid_io(5)).
    static func byteCount(readBy process: ProcessIdentifier) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process.value)/io", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("rchar: ") })
        return try #require(Int(line.dropFirst(7)))
    }

    /// The size of a database and of the files that stand beside it while it is written.
    static func byteCount(ofFilesBeginningWith path: String) -> Int {
        ["", "-wal"].reduce(0) { sum, suffix in
            let size = try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int
            return sum + (size ?? 0)
        }
    }
}
