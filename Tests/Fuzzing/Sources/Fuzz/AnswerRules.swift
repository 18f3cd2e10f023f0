import MetadataCore

/// What is true of every answer of every reader, whatever the bytes.
struct AnswerRules {
    /// The length of the source, in bytes.
    let byteCount: Int

    /// Traps when a rule is broken.
    func check(_ answer: Extraction, of reader: String) {
        let limits = Limits()
        for finding in answer.findings {
            require(isInside(finding.offset), "\(reader): \(finding.field.rawValue) lies outside the file")
            require((0...1).contains(finding.confidence), "\(reader): \(finding.field.rawValue) has no confidence")
            require(isSound(finding.value, limits), "\(reader): \(finding.field.rawValue) is infinite or too long")
        }
        for issue in answer.issues {
            require(isInside(issue.offset), "\(reader): issue \(issue.code.rawValue) lies outside the file")
            require(!issue.detail.isEmpty, "\(reader): issue \(issue.code.rawValue) says nothing")
        }
        for block in answer.embedded {
            require(isInside(block.offset), "\(reader): block \(block.format.rawValue) lies outside the file")
            require(
                block.bytes.count <= limits.embeddedByteCount, "\(reader): block \(block.format.rawValue) is too long")
        }
    }

    private func isInside(_ offset: Int?) -> Bool {
        offset.map { (0...byteCount).contains($0) } ?? true
    }

    private func isSound(_ value: FieldValue, _ limits: Limits) -> Bool {
        switch value {
        case .boolean, .integer: true
        case .number(let number): number.isFinite
        case .string(let text): text.utf8.count <= limits.textByteCount
        case .array(let values): values.allSatisfy { isSound($0, limits) }
        case .object(let members): members.values.allSatisfy { isSound($0, limits) }
        }
    }
}
