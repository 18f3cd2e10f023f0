import Foundation
import Pipeline
import Testing

@Suite("The workflow's definition")
struct WorkflowTests {
    /// The states of the workflow.
    private static let states: [String: JSONValue] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/Deployment/workflow.asl.json")
        guard let data = try? Data(contentsOf: file), let json = try? JSONValue(parsing: data) else { return [:] }
        return json["States"]?.object ?? [:]
    }()

    /// The states, and those of the branches of parallel ones.
    private static let allStates: [(key: String, value: JSONValue)] = states.flatMap { name, state in
        [(name, state)] + (state["Branches"]?.array ?? []).flatMap { $0["States"]?.object ?? [:] }
    }

    private let version = FileVersion(
        upload: UploadKey(projectID: "p", fileID: "f", fileName: "n"), bucket: "b", versionID: "v", sequencer: .none,
        createdAt: "-", contentType: "-", byteCount: 1)

    private let fail = VersionTransition.fail(fence: 1, attempt: 1, reason: "r", detail: "d")

    /// Whether a state updates an item as a write of ours does, but for its values.
    private func expect(_ state: String, _ write: ItemWrite) throws {
        let parameters = try #require(Self.states[state]?["Parameters"])
        let expression = write.expression
        #expect(parameters["ConditionExpression"]?.string == expression.condition)
        #expect(parameters["UpdateExpression"]?.string == expression.update)
        #expect(parameters["ExpressionAttributeNames"] == .object(expression.names.mapValues(JSONValue.string)))
        let values = try #require(parameters["ExpressionAttributeValues"]?.object)
        #expect(Set(values.keys) == Set(expression.values.keys))
        for (name, value) in values where value["N"] != nil || value["S"] != nil {
            #expect(value == expression.values[name]?.json, "\(name)")
        }
    }

    @Test("A failure is written as the state machine of a file has it")
    func failure() throws {
        try expect("MarkFailed", fail.write(version))
        try expect("MarkFailedInList", try #require(fail.listWrite(version, attempt: 1)))
    }

    @Test("Every state that is named is there, and all are reached")
    func names() {
        let next = Self.states.values.flatMap(Self.successors)
        #expect(Set(next + ["Validate"]) == Set(Self.states.keys))
    }

    private static func successors(_ state: JSONValue) -> [String] {
        let lists = (state["Choices"]?.array ?? []) + (state["Catch"]?.array ?? []) + [state]
        return lists.compactMap { $0["Next"]?.string } + [state["Default"]?.string].compactMap(\.self)
    }

    @Test("Only what may pass is tried again, and every try is spread")
    func retries() {
        for (name, state) in Self.allStates {
            for retry in state["Retry"]?.array ?? [] {
                let errors = (retry["ErrorEquals"]?.array ?? []).compactMap(\.string)
                let kept = errors.filter { $0.hasPrefix("Extract.") || $0.hasPrefix("States.") }
                #expect(kept.isEmpty || kept == ["Extract.Transient"], "\(name)")
                #expect(retry["JitterStrategy"] == .string("FULL"), "\(name)")
            }
        }
    }

    @Test("Every state that reads catches everything")
    func catches() {
        let names: Set = [
            "HeadObject", "ReadPDF", "ReadImage", "ReadTable", "ReadOther", "ReadImageAndLabels", "ReadLabelledImage",
            "DetectLabels", "Normalize", "WriteResult",
        ]
        let states = Self.allStates.filter { names.contains($0.key) }
        #expect(states.count == names.count)
        for (name, state) in states {
            let caught = (state["Catch"]?.array ?? []).flatMap { $0["ErrorEquals"]?.array ?? [] }
            #expect(caught.contains(.string("States.ALL")), "\(name)")
        }
    }
}
