internal import MetadataCore

/// What optional branches of the workflow said of a file: labels of a picture, text lines of a document.
///
/// A branch that failed leaves an issue in the record; the file is processed all the same.
struct OptionalFindings {
    private let branches: [JSONValue]

    init(_ input: JSONValue) {
        branches = input["optional"]?.array ?? []
    }

    func merged(into record: MetadataRecord) -> MetadataRecord {
        branches.reduce(into: record) { record, branch in
            if let error = branch["error"] {
                record.issues.append(Self.issue(branch["source"]?.string ?? "analyser", error))
            }
            record.labels += Self.labels(branch["labels"])
        }
    }

    /// Rekognition's `Labels`: a name and a confidence in percent.
    private static func labels(_ answer: JSONValue?) -> [Label] {
        (answer?["Labels"]?.array ?? []).prefix(100).compactMap { label in
            guard let name = label["Name"]?.string, let percent = label["Confidence"]?.number else { return nil }
            return Label(name: name, confidence: (percent * 10).rounded() / 1_000, source: "rekognition")
        }
    }

    private static func issue(_ source: String, _ error: JSONValue) -> Issue {
        let reason = error["Error"]?.string ?? "unknown"
        return Issue(
            .unsupported, .note, stage: .extract, retryable: true, detail: "\(source) gave no answer: \(reason)")
    }
}
