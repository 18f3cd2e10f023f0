import ArgumentParser
import Assay
import MetadataEngine
import SystemPackage

/// `assay verify`: what became of the files whose records were written earlier.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare files with records that were written earlier.",
        discussion: """
            Prints a line for each difference: `changed` (other content), `rotten` (other content, though the system \
            says that the file was last changed before its record was written), `missing`, `new` and `unreadable`. \
            Exit status: 0 no difference, 1 some.
            """)

    @Argument(help: "Records, as assay extract prints them; - is standard input.", completion: .file())
    var records: String

    @OptionGroup var walk: WalkArguments

    func run() async throws {
        let paths = try walk.pathList()
        var known = try KnownFiles(InputFile(records), under: (0..<paths.count).map { paths[$0].string })
        let written = FileTime(ofFile: records)?.nanoseconds
        let batch = ExtractionEngine(extractors: []).batch(under: paths, options: try walk.batchOptions())
        var differs = false
        for await entries in batch {
            for entry in entries {
                guard let verdict = known.verdict(on: try entry.entry(), written: written) else { continue }
                differs = true
                try Output.standard.write(Self.line(verdict, entry.pathBytes))
            }
        }
        for path in known.unseen {
            differs = true
            try Output.standard.write(Self.line("missing", path))
        }
        throw differs ? ExitStatus.recordsWithProblems : .success
    }

    private static func line(_ verdict: String, _ path: [UInt8]) -> [UInt8] {
        let padding = String(repeating: " ", count: max(1, 12 - verdict.count))
        return Array((verdict + padding).utf8) + EscapedPath.escaped(path) + [0x0A]
    }
}

/// The files of earlier records that lie under some paths.
private struct KnownFiles {
    private struct Facts {
        let number: Int
        let sha256: String?
        let size: Int?
        var isSeen = false
    }

    private var files: [[UInt8]: Facts] = [:]

    init(_ records: InputFile, under paths: [String]) throws {
        let roots = paths.map { Array($0.utf8) }
        var files: [[UInt8]: Facts] = [:]
        try records.forEachEntry { entry, _ in
            let path = entry.pathBytes
            let isInside = roots.contains { root in
                path.starts(with: root) && (path.count == root.count || root == [0x2F] || path[root.count] == 0x2F)
            }
            guard isInside else { return }
            files[path] = Facts(
                number: files.count, sha256: entry.record.checksums?.sha256, size: entry.record.size)
        }
        self.files = files
    }

    /// What is to be said of a file; nil when it is as it was.
    mutating func verdict(on entry: RecordEntry, written: Int64?) -> String? {
        guard let known = files[entry.pathBytes] else { return "new" }
        files[entry.pathBytes]?.isSeen = true
        guard let sha256 = entry.record.checksums?.sha256 else { return known.sha256 == nil ? nil : "unreadable" }
        guard sha256 != known.sha256 else { return nil }
        guard known.sha256 != nil, entry.record.size == known.size, let modified = entry.modified, let written else {
            return "changed"
        }
        return modified < written ? "rotten" : "changed"
    }

    /// The paths of files that are no more, in the order of their records.
    var unseen: [[UInt8]] {
        files.filter { !$0.value.isSeen }.sorted { $0.value.number < $1.value.number }.map(\.key)
    }
}
