import MetadataCore

/// What is true of every answer of every extractor, whatever the bytes.
struct AnswerRules {
    /// The length of the source, in bytes.
    let byteCount: Int
    /// The limits that the extractor was given.
    let limits: Limits

    /// What is wrong with an answer.
    ///
    /// - Parameter answer: What the extractor said.
    /// - Returns: One sentence for each fault.
    func faults(in answer: Extraction) -> [String] {
        answer.findings.flatMap(faults(in:)) + answer.issues.flatMap(faults(in:))
            + answer.embedded.flatMap(faults(in:)) + faultsOfSize(of: answer)
    }

    private func faults(in finding: Finding) -> [String] {
        var faults = valueFaults(finding.value).map { "\(finding.field.rawValue) \($0)" }
        if !(0...1).contains(finding.confidence) {
            faults.append("\(finding.field.rawValue): confidence outside 0...1")
        }
        return faults + offsetFaults(finding.offset, "finding \(finding.field.rawValue)")
    }

    private func faults(in issue: Issue) -> [String] {
        var faults = offsetFaults(issue.offset, "issue \(issue.code.rawValue)")
        if issue.detail.isEmpty { faults.append("issue \(issue.code.rawValue) says nothing") }
        if issue.detail.utf8.count > 500 { faults.append("issue \(issue.code.rawValue): detail over 500 bytes") }
        return faults
    }

    private func faults(in block: EmbeddedBlock) -> [String] {
        var faults = offsetFaults(block.offset, "embedded \(block.format.rawValue)")
        if block.bytes.count > limits.embeddedByteCount {
            faults.append("embedded \(block.format.rawValue): \(block.bytes.count) bytes, over its limit")
        }
        return faults
    }

    /// A file can never be made to give more findings, issues or blocks than elements may be walked, and a few.
    private func faultsOfSize(of answer: Extraction) -> [String] {
        let (sum, overflow) = limits.elementCount.addingReportingOverflow(1_024)
        let bound = overflow ? Int.max : sum
        let counts = [
            ("findings", answer.findings.count), ("issues", answer.issues.count), ("blocks", answer.embedded.count),
        ]
        return counts.filter { $0.1 > bound }.map { "\($0.1) \($0.0), over the number of elements" }
    }

    private func offsetFaults(_ offset: Int?, _ place: String) -> [String] {
        guard let offset, !(0...byteCount).contains(offset) else { return [] }
        return ["\(place): offset \(offset) lies outside the file"]
    }
}

// MARK: - Values

extension AnswerRules {
    /// Words of our own (`ycbcr`), times and numbers are shorter than this, and are not cut by any limit.
    private var textBound: Int { max(limits.textByteCount, 64) }

    private func valueFaults(_ value: FieldValue) -> [String] {
        switch value {
        case .boolean, .integer: []
        case .number(let number): number.isFinite ? [] : ["is not a finite number"]
        case .string(let text): text.utf8.count > textBound ? ["is longer than its limit"] : []
        case .array(let members): members.flatMap(valueFaults)
        case .object(let members): members.values.flatMap(valueFaults)
        }
    }
}
