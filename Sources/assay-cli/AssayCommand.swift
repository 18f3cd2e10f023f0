import ArgumentParser
import Assay
import Isolation

/// The command `assay`.
@main
struct AssayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Say what files are: type, checksums, image size and EXIF, PDF pages, CSV columns and rows.",
        discussion: """
            Without a subcommand, assay extracts: one JSON record a line for every file under the paths.

              assay photo.jpg report.pdf
              assay extract uploads --store records.sqlite
              assay explain photo.jpg
              assay sniff orders.csv

            Exit status: 0 all records complete; 1 finished, some records have problems; 2 wrong usage; 3 a path that \
            was named cannot be read; 4 the output cannot be written; 130, 143 interrupted.
            """,
        version: "assay \(Version.current)",
        subcommands: [
            ExtractCommand.self, ExplainCommand.self, SniffCommand.self, VerifyCommand.self, DiffCommand.self,
            DupsCommand.self, ManifestCommand.self, SchemaCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: ExtractCommand.self)

    static func main() async {
        Heap.growInLargeSteps()
        DescriptorTable.grow()
        Signals.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    /// Prints what is to be said of an error and ends the process with the documented status.
    private static func leave(with error: any Error) -> Never {
        if let status = error as? ExitStatus { status.exit() }
        let message = fullMessage(for: error)
        let status = ExitStatus(error, default: exitCode(for: error))
        if !message.isEmpty {
            (status == .success ? Output.standard : Output.error).writeIgnoringErrors(message + "\n")
        }
        status.exit()
    }
}
