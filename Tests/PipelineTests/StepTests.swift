import MetadataCore
import Pipeline
import Testing

@Suite("Steps, errors and expressions")
struct StepTests {
    @Test("Writes are rendered for DynamoDB with a placeholder for every name and value")
    func expressions() {
        let write = ItemWrite(
            .current("f"),
            if: .all([
                .equal(.versionID, .string("v")),
                .any([.below(.attempt, .number(2)), .all([.equal(.attempt, .number(2)), .below(.rank, .number(4))])]),
            ]),
            set: [.status: .string("processed"), .attempt: .number(2)], remove: [.errorReason])
        let expression = write.expression
        #expect(expression.update == "SET #attempt = :attempt, #status = :status REMOVE #errorReason")
        #expect(
            expression.condition
                == "(#versionId = :ifVersionId AND (#attempt < :ifAttempt OR (#attempt = :ifAttempt AND #rank < :ifRank)))"
        )
        #expect(expression.names.values.sorted() == ["attempt", "errorReason", "rank", "status", "versionId"])
        #expect(expression.values[":ifRank"] == .number(4))
    }

    @Test("Two values for one name are kept apart")
    func placeholders() {
        let write = ItemWrite(
            .upload("f"), if: .any([.equal(.rank, .number(1)), .equal(.rank, .number(2))]), set: [.rank: .number(3)])
        #expect(write.expression.condition == "(#rank = :ifRank OR #rank = :ifRank2)")
        #expect(write.expression.values == [":rank": .number(3), ":ifRank": .number(1), ":ifRank2": .number(2)])
    }

    @Test("Guards across types never hold")
    func types() {
        #expect(!Guard.below(.rank, .number(1)).holds(for: [.rank: .string("0")]))
        #expect(!Guard.below(.rank, .number(1)).holds(for: nil))
        #expect(Guard.absent(.rank).holds(for: nil))
    }

    @Test(
        "A record that is no result says which kind of failure it is",
        arguments: [
            (MetadataCore.Issue.Code.truncated, ExtractFailure.Kind.corrupt), (.limitExceeded, .tooLarge),
            (.timeout, .timeout),
            (.unsupported, .unsupported), (.unreadable, .transient), (.encrypted, .encrypted), (.conflict, .corrupt),
        ])
    func failures(code: MetadataCore.Issue.Code, kind: ExtractFailure.Kind) {
        var record = MetadataRecord(size: 1, status: .failed)
        record.issues = [
            MetadataCore.Issue(.typeMismatch, .note, stage: .identify, detail: "-"),
            MetadataCore.Issue(code, .error, stage: .extract, detail: "-"),
        ]
        #expect(ExtractFailure(record)?.kind == kind)
    }

    @Test("Complete and partial records are results, unrecognized and locked ones are none")
    func results() {
        #expect(ExtractFailure(MetadataRecord(size: 1, status: .complete)) == nil)
        #expect(ExtractFailure(MetadataRecord(size: 1, status: .partial)) == nil)
        #expect(ExtractFailure(MetadataRecord(size: 1, status: .unrecognized))?.type == "Extract.Unsupported")
        var locked = MetadataRecord(size: 1, status: .partial)
        locked.document = DocumentMetadata()
        locked.document?.needsPassword = true
        #expect(ExtractFailure(locked)?.type == "Extract.Encrypted")
    }

    @Test("Files that are empty or too long are refused before they are read", arguments: [0, 6 << 30])
    func refused(byteCount: Int) async throws {
        let world = World()
        _ = try await Router(world.services).route(world.upload("file", byteCount: byteCount))
        let execution = try #require(world.takeExecutions().first)
        guard case .object(var input) = execution.input else { return }
        input["owner"] = .string("me")
        let claim = try await Claimant(world.services).handle(.object(input))
        #expect(claim["outcome"] == .string("refused"))
        #expect(claim["error"] == .string(byteCount == 0 ? "Extract.Unsupported" : "Extract.TooLarge"))
    }

    @Test("Times sort as text as they do as numbers, and are read with and without a fraction")
    func times() throws {
        let time = try #require(Timestamp(parsing: "2026-11-25T10:00:00Z"))
        #expect(time.text == "2026-11-25T10:00:00.000Z")
        #expect(Timestamp(parsing: time.adding(seconds: -1).text) == time.adding(seconds: -1))
        #expect(time.adding(seconds: 1).text > time.text)
        #expect(Timestamp(parsing: "yesterday") == nil)
    }

    @Test("JSON keeps whole numbers whole")
    func json() throws {
        let text = #"{"a":[1,2.5,true,null,"x"],"b":{"c":9007199254740993}}"#
        #expect(String(decoding: try JSONValue(parsing: text.utf8).bytes(), as: UTF8.self) == text)
    }

    @Test("What an optional analyser says joins the record, and that it failed does too")
    func optional() async throws {
        let world = World()
        _ = try await Router(world.services).route(world.upload("file"))
        let execution = try #require(world.takeExecutions().first)
        guard case .object(var input) = execution.input else { return }
        input["owner"] = .string(execution.name)
        input["claim"] = try await Claimant(world.services).handle(.object(input))
        input["record"] = try JSONValue(parsing: World.record.canonicalJSON())
        input["optional"] = try JSONValue(
            parsing:
                #"[{"labels":{"Labels":[{"Name":"Cat","Confidence":98.76}]}},{"source":"textract","error":{"Error":"Throttled"}}]"#
                .utf8)
        let writes = try await Filer(world.services).writes(.object(input))
        let text = try #require(writes.version.set[.record]?.string)
        let record = try MetadataRecord(parsing: text.utf8)
        #expect(record.labels == [Label(name: "Cat", confidence: 0.988, source: "rekognition")])
        #expect(record.issues.map(\.severity) == [.note])
    }
}
