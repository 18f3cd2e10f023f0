import MetadataCore

/// One thing to be fuzzed: what it reads, and what has to be true of the answer.
struct Target: Sendable {
    /// The name on the command line.
    let name: String
    /// What a fixture gives this target to begin with; nothing when it is no input for it.
    let seeds: @Sendable (Sample) -> [[UInt8]]
    /// Reads the bytes; traps when an answer is wrong.
    let run: @Sendable ([UInt8]) -> Void

    /// A fixture.
    struct Sample {
        let bytes: [UInt8]
        let identification: FormatIdentification

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            identification = FormatIdentification.identify(MemorySource(bytes), head: bytes.prefix(65_536))
        }
    }
}

extension Target {
    /// All targets, in the order in which they are run.
    static let all = [identification] + images + blocks + [pdf, csv, frames, records, engine] + native
}

/// Ends the process, which is how libFuzzer is told of a find.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
