internal import MetadataCore

/// One turn of reading a document's text by Textract: an answer to `GetDocumentTextDetection` joins what came before,
/// and this says whether the workflow waits, asks for more, or is done.
///
/// All bounds of the branch are here, so that no document makes a workflow's state or a record too long, or an
/// execution last until it is ended.
package struct TextReading: Sendable {
    /// The most lines that are kept: 400.
    static let lineCount = 400
    /// The most bytes of one line; a longer one is cut. 1,000.
    static let lineByteCount = 1_000
    /// The most bytes of all lines: 32 KiB, half of what a record may have.
    static let textByteCount = 32 << 10
    /// The most answers with text that are asked for: 20.
    static let answerCount = 20
    /// The most seconds that a job is waited for: 90.
    static let waitSeconds = 90
    /// The most seconds between two questions: 10.
    static let longestWait = 10

    private var members: [String: JSONValue]

    private init(_ state: JSONValue?) {
        members = state?.object ?? [:]
    }

    /// Takes an answer.
    ///
    /// - Parameter input: `text`, what this returned before, or at first `jobId` and `wait` alone; and `answer`, as
    ///   the service gives it.
    /// - Returns: `text` anew: `next` is `wait` (for `wait` seconds), `more` (from `token`), `done`, or `failed` with
    ///   an `error` of `Error` and `Cause`; `lines` are what was read so far, and `isCut` says that there are more.
    package static func handle(_ input: JSONValue) -> JSONValue {
        var reading = TextReading(input["text"])
        reading.take(input["answer"] ?? .null)
        return .object(reading.members)
    }

    private mutating func take(_ answer: JSONValue) {
        switch answer["JobStatus"]?.string {
        case "IN_PROGRESS": wait()
        case "SUCCEEDED": takeText(answer)
        case "PARTIAL_SUCCESS":
            members["isPartial"] = .boolean(true)
            takeText(answer)
        default: fail("Textract.JobFailed", answer["StatusMessage"]?.string ?? "the job failed")
        }
    }

    private mutating func wait() {
        let last = count("wait")
        let waited = count("waited") + last
        guard waited < Self.waitSeconds else {
            return fail("Extract.Timeout", "the job has no end after \(waited) seconds")
        }
        members["waited"] = .integer(waited)
        members["wait"] = .integer(min(max(last, 0) + 1, Self.longestWait))
        members["next"] = .string("wait")
    }

    private mutating func takeText(_ answer: JSONValue) {
        let hasRoom = join(answer["Blocks"]?.array ?? [])
        let answers = count("answers") + 1
        members["answers"] = .integer(answers)
        members["token"] = answer["NextToken"]
        let hasMore = members["token"]?.string != nil
        let isAsked = hasMore && hasRoom && answers < Self.answerCount
        if !isAsked, hasMore || !hasRoom { members["isCut"] = .boolean(true) }
        members["next"] = .string(isAsked ? "more" : "done")
    }

    /// Adds the lines among an answer's blocks; false when one found no room.
    private mutating func join(_ blocks: [JSONValue]) -> Bool {
        var lines = members["lines"]?.array ?? []
        var byteCount = count("byteCount")
        defer {
            members["lines"] = .array(lines)
            members["byteCount"] = .integer(byteCount)
        }
        for block in blocks where block["BlockType"] == .string("LINE") {
            guard let text = block["Text"]?.string?.cut(toByteCount: Self.lineByteCount),
                let percent = block["Confidence"]?.number
            else { continue }
            byteCount += text.utf8.count
            guard lines.count < Self.lineCount, byteCount <= Self.textByteCount else { return false }
            lines.append(
                .object(of: [
                    "text": .string(text), "page": block["Page"],
                    "confidence": .number(min(max((percent * 10).rounded() / 1_000, 0), 1)),
                ]))
        }
        return true
    }

    private mutating func fail(_ error: String, _ cause: String) {
        members["next"] = .string("failed")
        members["error"] = .object(["Error": .string(error), "Cause": .string(cause)])
    }

    private func count(_ name: String) -> Int {
        members[name]?.integer ?? 0
    }
}
