import ArgumentParser
import Assay
import Checksums

/// `assay doctor`: what this machine gives, and whether it computes right.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Print the processor's tier, the readers, and the result of a self-test.")

    @OptionGroup var extraction: ExtractionArguments

    func run() throws {
        let tests = ChecksumTier.selfTest()
        let text = """
            version     \(Version.current), record schema \(MetadataRecord.currentSchema)
            processors  \(Processors.count)
            SHA-256     swift-crypto
            CRC-32C     \(ChecksumTier.current.crc32c)
            CRC-64NVME  \(ChecksumTier.current.crc64nvme)
            readers     \(extraction.engine().extractorNames.joined(separator: " "))

            """
        try Output.standard.write(
            text + tests.map { "self-test   \($0.name): \($0.passed ? "ok" : "WRONG")\n" }.joined())
        guard tests.allSatisfy(\.passed) else { throw ExitStatus.recordsWithProblems }
    }
}
