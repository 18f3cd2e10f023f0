internal import MetadataCore

/// What optional branches of the workflow said of a file: labels of a picture, text lines of a document.
///
/// A branch that failed leaves an issue in the record; the file is processed all the same.
struct OptionalFindings {
    private let branches: [JSONValue]

    init(_ input: JSONValue) {
        branches = input["optional"]?.array ?? []
    }

    /// The record with what the branches said, cut to the length that a record may have.
    func merged(into record: MetadataRecord) -> MetadataRecord {
        guard !branches.isEmpty else { return record }
        return branches.reduce(into: record, merge).cut(to: Limits())
    }

    private func merge(into record: inout MetadataRecord, _ branch: JSONValue) {
        if let error = branch["error"] {
            record.issues.append(Self.issue(branch["source"]?.string ?? "analyser", error))
        }
        record.labels += Self.labels(branch["labels"])
        if let text = branch["text"], record.document != nil {
            record.document?.textLines = Self.textLines(text)
            record.issues += Self.issues(ofText: text)
        }
    }

    /// Rekognition's `Labels`: a name and a confidence in percent.
    private static func labels(_ answer: JSONValue?) -> [Label] {
        (answer?["Labels"]?.array ?? []).prefix(100).compactMap { label in
            guard let name = label["Name"]?.string, let percent = label["Confidence"]?.number else { return nil }
            return Label(name: name, confidence: (percent * 10).rounded() / 1_000, source: "rekognition")
        }
    }

    /// The lines of a ``TextReading``; nil when there is none.
    private static func textLines(_ text: JSONValue) -> [DocumentMetadata.TextLine]? {
        let lines = (text["lines"]?.array ?? []).compactMap { line -> DocumentMetadata.TextLine? in
            guard let text = line["text"]?.string, let confidence = line["confidence"]?.number else { return nil }
            return DocumentMetadata.TextLine(
                text: text, page: line["page"]?.integer, confidence: confidence, source: "textract")
        }
        return lines.isEmpty ? nil : lines
    }

    private static func issues(ofText text: JSONValue) -> [Issue] {
        var issues: [Issue] = []
        if text["isCut"] == .boolean(true) {
            issues.append(note(.limitExceeded, "textract has more lines than are kept"))
        }
        if text["isPartial"] == .boolean(true) {
            issues.append(note(.unsupported, "textract could not read every page"))
        }
        return issues
    }

    private static func note(_ code: Issue.Code, _ detail: String) -> Issue {
        Issue(code, .note, stage: .extract, field: .documentTextLines, retryable: false, detail: detail)
    }

    private static func issue(_ source: String, _ error: JSONValue) -> Issue {
        let reason = error["Error"]?.string ?? "unknown"
        return Issue(
            .unsupported, .note, stage: .extract, retryable: true, detail: "\(source) gave no answer: \(reason)")
    }
}
