import MetadataCore
import Testing

@testable import Pipeline

@Suite("A document's text, answer by answer")
struct TextReadingTests {
    private static let start = JSONValue.object(["jobId": .string("job"), "wait": .integer(2)])

    private static func line(_ text: String, page: Int = 1, confidence: Double = 99.5) -> JSONValue {
        .object([
            "BlockType": .string("LINE"), "Text": .string(text), "Page": .integer(page),
            "Confidence": .number(confidence),
        ])
    }

    private static func answer(_ blocks: [JSONValue], token: String? = nil) -> JSONValue {
        .object(of: ["JobStatus": .string("SUCCEEDED"), "Blocks": .array(blocks), "NextToken": .text(token)])
    }

    private func take(_ answer: JSONValue, after text: JSONValue = start) -> JSONValue {
        TextReading.handle(.object(["text": text, "answer": answer]))
    }

    private func record(_ text: JSONValue) -> MetadataRecord {
        var record = MetadataRecord(size: 1, format: .pdf, mediaType: "application/pdf", status: .complete)
        record.document = DocumentMetadata()
        return OptionalFindings(.object(["optional": .array([.object(["text": text])])])).merged(into: record)
    }

    @Test("A job is waited for longer each time, and for 90 seconds at most")
    func waits() {
        var text = Self.start
        var waits: [Int] = []
        repeat {
            waits.append(text["wait"]?.integer ?? 0)
            text = take(.object(["JobStatus": .string("IN_PROGRESS")]), after: text)
        } while text["next"] == .string("wait") && waits.count < 100
        #expect(waits.prefix(10) == [2, 3, 4, 5, 6, 7, 8, 9, 10, 10])
        #expect((90..<100).contains(waits.reduce(0, +)))
        #expect(text["next"] == .string("failed"))
        #expect(text["error"]?["Error"] == .string("Extract.Timeout"))
    }

    @Test("Lines are gathered over answers; pages and words are left out")
    func gathers() {
        let page = JSONValue.object(["BlockType": .string("PAGE"), "Page": .integer(1)])
        let word = JSONValue.object(["BlockType": .string("WORD"), "Text": .string("one")])
        var text = take(Self.answer([page, Self.line("one"), word], token: "2"))
        #expect((text["next"], text["token"]) == (.string("more"), .string("2")))
        text = take(Self.answer([Self.line("two", page: 2, confidence: 50)]), after: text)
        #expect((text["next"], text["token"]) == (.string("done"), nil))
        let record = record(text)
        #expect(
            record.document?.textLines == [
                .init(text: "one", page: 1, confidence: 0.995, source: "textract"),
                .init(text: "two", page: 2, confidence: 0.5, source: "textract"),
            ])
        #expect(record.issues.isEmpty)
    }

    @Test("Neither many lines nor long ones pass the bounds", arguments: [1, 100, 5_000])
    func bounds(byteCount: Int) {
        var text = Self.start
        var answers = 0
        let line = Self.line(String(repeating: "\u{1}", count: byteCount))
        repeat {
            text = take(Self.answer(Array(repeating: line, count: 99), token: "t"), after: text)
            answers += 1
        } while text["next"] == .string("more") && answers < 100
        #expect(text["next"] == .string("done"))
        #expect(answers <= 20)
        let lines = text["lines"]?.array ?? []
        #expect(!lines.isEmpty && lines.count <= 400)
        #expect(lines.allSatisfy { ($0["text"]?.string?.utf8.count ?? 0) <= 1_000 })
        let record = record(text)
        #expect(record.canonicalJSON().count <= 65_536)
        let kept = record.document?.textLines?.count ?? 0
        #expect(kept + record.omitted["document.textLines", default: 0] == lines.count)
        #expect(record.issues.map(\.code) == [.limitExceeded])
    }

    @Test("An answer without lines is asked on until the bound of answers")
    func wordsAlone() {
        var text = Self.start
        var answers = 0
        repeat {
            text = take(Self.answer([], token: "t"), after: text)
            answers += 1
        } while text["next"] == .string("more") && answers < 100
        #expect(answers == 20)
        #expect(record(text).document?.textLines == nil)
    }

    @Test(
        "What is no answer is a failure, never a trap",
        arguments: ["null", "[]", "{}", #"{"JobStatus":"FAILED"}"#, #"{"JobStatus":"ELSE","StatusMessage":7}"#])
    func failures(json: String) throws {
        let text = take(try JSONValue(parsing: json.utf8))
        #expect(text["next"] == .string("failed"))
        #expect(text["error"]?["Error"] == .string("Textract.JobFailed"))
        #expect(text["error"]?["Cause"]?.string?.isEmpty == false)
    }

    @Test("Blocks of another shape are passed over, and confidences stay between 0 and 1")
    func shapes() throws {
        let blocks = try JSONValue(
            parsing:
                #"[1,{"BlockType":"LINE"},{"BlockType":"LINE","Text":"x"},{"BlockType":"LINE","Text":"y","Confidence":900}]"#
                .utf8)
        let text = take(Self.answer(blocks.array ?? []))
        #expect(record(text).document?.textLines == [.init(text: "y", confidence: 1, source: "textract")])
    }

    @Test("Text is no part of a record without a document")
    func noDocument() {
        let text = take(Self.answer([Self.line("one")]))
        let record = MetadataRecord(size: 1, format: .csv, mediaType: "text/csv", status: .complete)
        let merged = OptionalFindings(.object(["optional": .array([.object(["text": text])])])).merged(into: record)
        #expect(merged == record)
    }
}
