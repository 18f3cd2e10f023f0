import ArgumentParser
import CSVSniffing

/// What the user knows of a text beforehand.
struct SniffArguments: ParsableArguments {
    @Option(help: "The delimiter: one ASCII character, tab, or none.")
    var delimiter: String?

    @Option(help: "The quote: one ASCII character, or none.")
    var quote: String?

    @Option(help: "The escape character: one ASCII character, or none.")
    var escape: String?

    @Option(help: "What begins a comment: one ASCII character, or none.")
    var comment: String?

    @Option(help: "The encoding: \(SniffArguments.encodings.joined(separator: ", ")).")
    var encoding: String?

    @Option(help: ArgumentHelp("The number of rows before the header.", valueName: "count"))
    var skipRows: Int?

    @Option(help: ArgumentHelp("The number of header rows; 0 for none.", valueName: "count"))
    var headerRows: Int?

    private static let encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"]

    func validate() throws {
        _ = try configuration
    }

    /// The settings of the sniffer.
    var configuration: CSVSniffer.Configuration {
        get throws {
            var configuration = CSVSniffer.Configuration()
            configuration.delimiter = try delimiter.map(Self.byte)
            configuration.quote = try quote.map(Self.byte)
            configuration.escape = try escape.map(Self.byte)
            configuration.comment = try comment.map(Self.byte)
            configuration.encoding = try encoding.map(Self.encoding)
            configuration.skipRows = try skipRows.map(Self.count)
            configuration.headerRowCount = try headerRows.map(Self.count)
            return configuration
        }
    }

    private static func byte(_ argument: String) throws -> UInt8 {
        switch argument {
        case "none": return 0
        case "tab", "\\t": return UInt8(ascii: "\t")
        default:
            guard let byte = argument.utf8.first, argument.utf8.count == 1, byte < 0x80, byte > 0 else {
                throw ValidationError("'\(argument)' is not one ASCII character.")
            }
            return byte
        }
    }

    private static func encoding(_ argument: String) throws -> String {
        let name = argument.lowercased()
        guard encodings.contains(name) else {
            throw ValidationError("'\(argument)' is no encoding; write one of \(encodings.joined(separator: ", ")).")
        }
        return name
    }

    private static func count(_ argument: Int) throws -> Int {
        guard argument >= 0 else { throw ValidationError("A number of rows is 0 or more.") }
        return argument
    }
}
