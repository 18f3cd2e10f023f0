import Assay
import MetadataEngine
import Normalization

/// An explanation as a tree that a person can read.
struct ExplanationText {
    private(set) var text = ""

    init(_ explanation: Explanation, path: String) {
        let record = explanation.record
        line("\(path)")
        line("  format  \(record.format.rawValue), \(record.mediaType)  (\(explanation.basis))")
        line("  size    \(record.size.map { "\($0) bytes" } ?? "unknown")")
        line("  status  \(record.status.rawValue)")
        if let checksums = record.checksums { add(checksums) }
        add(explanation.decisions)
        add(record.issues)
    }

    private mutating func line(_ text: String) {
        self.text += text + "\n"
    }

    private mutating func add(_ checksums: ChecksumValues) {
        line("  checksums")
        line("    sha256     \(checksums.sha256)")
        line("    crc32c     \(checksums.crc32c)")
        line("    crc64nvme  \(checksums.crc64nvme)")
    }

    private mutating func add(_ decisions: [Decision]) {
        var section = ""
        for decision in decisions {
            let path = decision.field.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
            if path[0] != section {
                section = path[0]
                line("  \(section)")
            }
            add(decision, named: path.last ?? section)
        }
    }

    private mutating func add(_ decision: Decision, named name: String) {
        let value = decision.winner.value.summary
        line("    \(Self.padded(name, 26))  \(Self.padded(value, 24))  \(decision.winner.provenance)")
        let dissenting = decision.dissenting
        for other in decision.others where !dissenting.contains(other) {
            line("    \(Self.padded("", 26))  \(Self.padded("agreed", 24))  \(other.provenance)")
        }
        for other in dissenting {
            line("    \(Self.padded("", 26))  \(Self.padded("not \(other.value.summary)", 24))  \(other.provenance)")
            line("    \(Self.padded("", 26))  by the rule: \(decision.rule)")
        }
    }

    private mutating func add(_ issues: [Issue]) {
        guard !issues.isEmpty else { return }
        line("  issues")
        for issue in issues {
            let place = issue.offset.map { " at byte \($0)" } ?? ""
            line(
                "    \(issue.severity.rawValue) \(issue.code.rawValue)\(place) (\(issue.stage.rawValue)): \(issue.detail)"
            )
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
