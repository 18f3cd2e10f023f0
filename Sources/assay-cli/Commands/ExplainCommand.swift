import ArgumentParser
import Assay
import MetadataEngine

/// `assay explain`: every finding, where it stands, and which one won.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show every finding of a file, its source and byte offset, and who won.")

    @Argument(help: "A file.", completion: .file())
    var file: String

    @OptionGroup var extraction: ExtractionArguments

    func run() async throws {
        let explanation = try await extraction.engine().explanation(of: FilePath(file))
        try Output.standard.write(ExplanationText(explanation, path: file).text)
        throw explanation.record.status == .complete
            ? ExitStatus.success : explanation.record.size == nil ? .inputUnreadable : .recordsWithProblems
    }
}
