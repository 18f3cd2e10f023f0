import ArgumentParser
import Assay

/// `assay diff`: what differs between two files of records.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two files of records.",
        discussion: """
            Prints `-` before a path that only the first has, `+` before one that only the second has, `~` before one \
            whose record differs, with the members that do. Exit status: 0 no difference, 1 some.
            """)

    @Argument(help: "The earlier records; - is standard input.", completion: .file())
    var old: String

    @Argument(help: "The later records.", completion: .file())
    var new: String

    func run() async throws {
        var earlier: [[UInt8]: (number: Int, line: [UInt8])] = [:]
        try InputFile(old).forEachEntry { entry, line in earlier[entry.pathBytes] = (earlier.count, Array(line)) }
        var differs = false
        try InputFile(new).forEachEntry { entry, line in
            guard let before = earlier.removeValue(forKey: entry.pathBytes) else {
                differs = true
                return try Output.standard.write(Array("+ ".utf8) + EscapedPath.escaped(entry.pathBytes) + [0x0A])
            }
            guard !line.elementsEqual(before.line) else { return }
            differs = true
            try Output.standard.write(Array("~ ".utf8) + EscapedPath.escaped(entry.pathBytes) + [0x0A])
            try Output.standard.write(try Self.differences(before.line[...], line))
        }
        for (path, _) in earlier.sorted(by: { $0.value.number < $1.value.number }) {
            differs = true
            try Output.standard.write(Array("- ".utf8) + EscapedPath.escaped(path) + [0x0A])
        }
        throw differs ? ExitStatus.recordsWithProblems : .success
    }

    private static func differences(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) throws -> String {
        let old = try RecordMembers(parsing: old).values
        let new = try RecordMembers(parsing: new).values
        var text = ""
        for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
            text += "    \(name)  \(shown(old[name]))  ->  \(shown(new[name]))\n"
        }
        return text
    }

    private static func shown(_ value: String?) -> String {
        value.map { RunSnapshot.safe($0) } ?? "(none)"
    }
}
