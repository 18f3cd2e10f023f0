import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// What the README shows is what the command prints.
@Suite struct ReadmeTests {
    private struct Example {
        let arguments: [String]
        var output: String
    }

    /// The `console` blocks: a line `$ assay ...`, then what it prints.
    private static func examples(in text: String) -> [Example] {
        var examples: [Example] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ assay ") {
                let arguments = line.split(separator: " ").dropFirst(2).map(String.init)
                examples.append(Example(arguments: arguments, output: ""))
            } else if isInside, !examples.isEmpty {
                examples[examples.count - 1].output += line + "\n"
            }
        }
        return examples
    }

    @Test func theTranscriptIsTrue() async throws {
        let root = Fixtures.packageRoot
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let examples = Self.examples(in: readme)
        #expect(examples.count >= 3)
        for example in examples {
            let result = try await Subprocess.run(
                .path(Command.executable), arguments: Arguments(example.arguments),
                workingDirectory: FilePath(root.path), output: .string(limit: 1 << 20), error: .discarded)
            #expect(result.standardOutput == example.output)
        }
    }
}
