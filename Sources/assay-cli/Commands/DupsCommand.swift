import ArgumentParser
import Assay

/// `assay dups`: files with the same content.
struct DupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dups",
        abstract: "List files whose content is the same, from their records.",
        discussion: """
            Prints a line with the digest, the size and the count of each content that several files have, then their \
            paths; the contents that waste most come first. Empty files are left out.
            """)

    @Argument(help: "Records, as assay extract prints them; - is standard input.", completion: .file())
    var records: [String]

    private struct Content {
        let number: Int
        let size: Int
        var paths: [[UInt8]] = []

        var wastedByteCount: Int { size * (paths.count - 1) }
    }

    func run() async throws {
        var contents: [String: Content] = [:]
        for name in records {
            try InputFile(name).forEachEntry { entry, _ in
                guard let sha256 = entry.record.checksums?.sha256, let size = entry.record.size, size > 0 else {
                    return
                }
                let content = Content(number: contents.count, size: size)
                contents[sha256, default: content].paths.append(entry.pathBytes)
            }
        }
        let repeated = contents.filter { $0.value.paths.count > 1 }
            .sorted { ($1.value.wastedByteCount, $0.value.number) < ($0.value.wastedByteCount, $1.value.number) }
        for (sha256, content) in repeated {
            try Output.standard.write("\(sha256)  \(content.size) bytes  \(content.paths.count) files\n")
            for path in content.paths {
                try Output.standard.write(Array("    ".utf8) + EscapedPath.escaped(path) + [0x0A])
            }
        }
    }
}
