import ArgumentParser
import Assay
import CSVSniffing
import MetadataEngine

/// `assay sniff`: how a delimited text is written and what its columns hold.
struct SniffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sniff",
        abstract: "Show the dialect, the columns and the rows of a CSV file.",
        discussion: """
            Every byte is read. Without a file, or with "-", the text comes from standard input.

              assay sniff orders.csv
              gunzip -c orders.csv.gz | assay sniff --datapackage
            """)

    @Argument(help: "A delimited text.", completion: .file())
    var file: String = "-"

    @Option(help: "How the verdict is printed: \(SniffFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: SniffFormat = .table

    @Flag(help: "Print a Frictionless data resource (datapackage.org, 2.0).")
    var datapackage = false

    @Flag(help: "Print CSVW metadata (W3C, Metadata Vocabulary for Tabular Data).")
    var csvw = false

    @OptionGroup var known: SniffArguments

    func validate() throws {
        if datapackage, csvw { throw ValidationError("--datapackage and --csvw exclude each other.") }
    }

    func run() throws {
        var sniffer = CSVSniffer(configuration: try known.configuration)
        do {
            try SniffInput(path: file).read { sniffer.update($0) }
        } catch {
            Output.error.writeIgnoringErrors("assay: \(file): \(error)\n")
            throw ExitStatus.inputUnreadable
        }
        let verdict = sniffer.finalize()
        try Output.standard.write(text(of: verdict))
        throw MetadataRecord(verdict).status == .complete ? ExitStatus.success : .recordsWithProblems
    }

    private func text(of verdict: CSVVerdict) -> [UInt8] {
        let path = file == "-" ? nil : file
        if datapackage { return DataResource(verdict, path: path).json }
        if csvw { return CSVWMetadata(verdict, path: path).json }
        switch format {
        case .json: return MetadataRecord(verdict).canonicalJSON() + [UInt8(ascii: "\n")]
        case .table: return Array(VerdictText(verdict, path: path ?? "standard input").text.utf8)
        }
    }
}

/// The forms in which a verdict is printed.
enum SniffFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json
}
