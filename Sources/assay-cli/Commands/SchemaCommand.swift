import ArgumentParser
import Assay

/// `assay schema`: what a record looks like.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (2020-12) of a record.")

    func run() throws {
        try Output.standard.write(MetadataRecord.jsonSchema)
    }
}
