import ArgumentParser
import Assay
import Checksums

/// `assay doctor`: what this machine gives, and whether it computes right.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Print the processor's tier, the readers, and the result of a self-test.")

    @OptionGroup var extraction: ExtractionArguments

    func run() async throws {
        let tests = ChecksumTier.selfTest()
        var text = """
            version     \(Version.current), record schema \(MetadataRecord.currentSchema)
            processors  \(Processors.count)
            checksums   \(ChecksumTier.current)
            libraries   \(LoadedLibraries.names().joined(separator: " "))
            readers     \(ExtractionEngine.standard().extractorNames.joined(separator: " "))

            """
        text += tests.map { "self-test   \($0.name): \($0.passed ? "ok" : "WRONG")\n" }.joined()
        var isSound = tests.allSatisfy(\.passed)
        for pool in extraction.pools {
            do {
                text += Self.description(of: try await pool.report())
            } catch {
                text += "worker      \(pool.family.name): \(error)\n"
                isSound = false
            }
            pool.shutdown()
        }
        try Output.standard.write(text)
        guard isSound else { throw ExitStatus.recordsWithProblems }
    }

    private static func description(of report: WorkerReport) -> String {
        let missing = SandboxLayers.all.subtracting(report.layers).names
        return """
            worker      \(report.family): \(report.readers.joined(separator: ", "))
              sandbox   \(report.layers.names.joined(separator: " "))\(missing.isEmpty ? "" : "; missing: \(missing.joined(separator: " "))")
              libraries \(report.libraries.joined(separator: " "))

            """
    }
}
