import ArgumentParser
import Assay

/// `assay manifest`: the digests of records in forms that other programs check.
struct ManifestCommand: AsyncParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument {
        /// What `sha256sum -c` reads.
        case sha256sum
        /// `manifest-sha256.txt` of BagIt (RFC 8493), for a bag whose payload is what the records name.
        case bagit
    }

    static let configuration = CommandConfiguration(
        commandName: "manifest",
        abstract: "Print the digests of records as sha256sum or BagIt do.")

    @Argument(help: "Records, as assay extract prints them; - is standard input.", completion: .file())
    var records: String

    @Option(help: "The form: sha256sum, bagit.")
    var form: Form = .sha256sum

    func run() async throws {
        try InputFile(records).forEachEntry { entry, _ in
            guard let sha256 = entry.record.checksums?.sha256 else { return }
            try Output.standard.write(Self.line(sha256, entry.pathBytes, form))
        }
    }

    private static func line(_ sha256: String, _ path: [UInt8], _ form: Form) -> [UInt8] {
        switch form {
        case .sha256sum:
            let escaped = EscapedPath.escaped(path)
            return Array((escaped == path ? "" : "\\").utf8) + Array("\(sha256)  ".utf8) + escaped + [0x0A]
        case .bagit:
            return Array("\(sha256)  ".utf8) + EscapedPath.percentEncoded(path) + [0x0A]
        }
    }
}

/// Paths on one line.
enum EscapedPath {
    /// As `sha256sum` writes them: `\\`, `\n` and `\r` stand for a backslash and for the ends of lines.
    static func escaped(_ path: [UInt8]) -> [UInt8] {
        path.flatMap { byte in
            switch byte {
            case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
            case 0x0A: Array(#"\n"#.utf8)
            case 0x0D: Array(#"\r"#.utf8)
            default: [byte]
            }
        }
    }

    /// RFC 8493, 2.1.3: CR, LF and the percent sign are percent-encoded. The payload lies under `data/`.
    static func percentEncoded(_ path: [UInt8]) -> [UInt8] {
        let name = path.drop { $0 == UInt8(ascii: "/") }
        let inside = name.starts(with: "data/".utf8) ? [] : Array("data/".utf8)
        return inside
            + name.flatMap { byte in
                switch byte {
                case 0x0A: Array("%0A".utf8)
                case 0x0D: Array("%0D".utf8)
                case UInt8(ascii: "%"): Array("%25".utf8)
                default: [byte]
                }
            }
    }
}
