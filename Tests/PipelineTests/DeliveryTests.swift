import Pipeline
import Synchronization
import Testing

@Suite("Events that come twice, late, in any order or never")
struct DeliveryTests {
    private static let poison = ExtractFailure(.corrupt, "no end of the file")

    /// Runs all executions; every tenth file is poison.
    private func runAll(_ world: World) async throws {
        for execution in world.takeExecutions() {
            let isPoison = execution.input["fileId"]?.string?.hasSuffix("0") == true
            try await world.run(execution, failure: isPoison ? Self.poison : nil)
        }
    }

    private func status(_ world: World, _ fileID: String, _ version: String = "v1") -> FileStatus? {
        world.table.items[.version(fileID, version)].flatMap { VersionState($0) }?.status
    }

    @Test("200 files, each event three times and shuffled: one execution and one record a version", arguments: 0..<5)
    func duplicates(seed: Int) async throws {
        let world = World()
        var random = SplitMix(seed: seed)
        let events = (0..<200).map { world.upload("file\($0)") }
        var outcomes: [Router.Outcome: Int] = [:]
        for event in (events + events + events).shuffled(using: &random) {
            outcomes[try await Router(world.services).route(event), default: 0] += 1
        }
        #expect(outcomes == [.started: 200, .duplicate: 400])
        #expect(Set(world.executions).count == 200)
        try await runAll(world)
        let statuses = (0..<200).map { status(world, "file\($0)") }
        #expect(statuses.filter { $0 == .processed }.count == 180)
        #expect(statuses.filter { $0 == .failed }.count == 20)
        #expect(world.letters.count == 20)
        for number in 0..<200 {
            let history = world.table.history(.version("file\(number)", "v1"))
            #expect(zip(history, history.dropFirst()).allSatisfy { !$1.isBehind($0) })
        }
    }

    @Test("Versions in any order: the list shows the newest", arguments: 0..<20)
    func versions(seed: Int) async throws {
        let world = World()
        var random = SplitMix(seed: seed)
        let events = (1...5).map { world.upload("file", version: "v\($0)", sequence: $0) }
        for event in (events + events).shuffled(using: &random) { _ = try await Router(world.services).route(event) }
        for execution in world.takeExecutions().shuffled(using: &random) { try await world.run(execution) }
        let current = try #require(world.table.items[.current("file")])
        #expect(current[.versionID] == .string("v5"))
        #expect(current[.status] == .string("processed"))
        #expect((1...5).allSatisfy { status(world, "file", "v\($0)") == .processed })
    }

    @Test("A tenth of the events lost: the reconciler finds every promised upload")
    func lostEvents() async throws {
        let world = World()
        var random = SplitMix(seed: 7)
        for number in 0..<100 {
            try await promise(world, "file\(number)")
            let event = world.upload("file\(number)")
            if Int.random(in: 0..<10, using: &random) > 0 { _ = try await Router(world.services).route(event) }
        }
        try await runAll(world)
        world.advance(seconds: 1_000)
        let report = try await Reconciler(world.services).run()
        #expect(report.started > 0)
        try await runAll(world)
        #expect((0..<100).allSatisfy { status(world, "file\($0)")?.isFinal == true })
        #expect(world.table.items.values.allSatisfy { $0[.openPartition] == nil })
    }

    private func promise(_ world: World, _ fileID: String) async throws {
        let api = UploadAPI(world.services, secret: Array("0123456789abcdef".utf8), newID: { "unused" })
        let member = ItemWrite(.member("me", of: "project"), if: .absent(.createdAt), set: [.createdAt: .string("-")])
        _ = try await world.table.write([member])
        let body =
            #"{"projectId":"project","filename":"a b+c&é.jpg","size":100,"contentType":"image/jpeg","fileId":"\#(fileID)"}"#
        let request = APIRequest(method: "POST", path: "/uploads/create", body: Array(body.utf8), subject: "me")
        let response = try await api.answer(request)
        #expect(response.status == 200, "\(response.body)")
    }

    @Test(
        "Calls that fail before or after they are done, at random: nothing is lost, nothing done twice",
        arguments: 0..<50)
    func faults(seed: Int) async throws {
        let dice = Dice(seed: seed)
        let table = MemoryTable(fault: { dice.roll() })
        let world = World(table: table, startFails: { dice.roll() != nil })
        let events = (0..<20).map { world.upload("file\($0)") }
        dice.setLoaded(true)
        for event in (events + events).shuffled() { _ = try? await Router(world.services).route(event) }
        for _ in 0..<4 {
            for execution in world.takeExecutions() { try? await world.run(execution) }
            world.advance(seconds: 500)
            _ = try? await Reconciler(world.services).run()
        }
        dice.setLoaded(false)
        for _ in 0..<6 {
            for event in events { _ = try await Router(world.services).route(event) }
            for execution in world.takeExecutions() { try await world.run(execution) }
            world.advance(seconds: 500)
            _ = try await Reconciler(world.services).run()
        }
        for number in 0..<20 {
            #expect(status(world, "file\(number)")?.isFinal == true, "seed \(seed) file\(number)")
            let history = table.history(.version("file\(number)", "v1"))
            #expect(zip(history, history.dropFirst()).allSatisfy { !$1.isBehind($0) })
            #expect(history.filter { $0.status == .processed }.count <= 1)
        }
    }

    @Test("A version that is gone is superseded, and asks for nothing")
    func gone() async throws {
        let world = World()
        var event = world.upload("file")
        event.versionID = "other"
        #expect(try await Router(world.services).route(event) == .superseded)
        #expect(world.executions.isEmpty)
    }

    @Test("Other buckets, other keys and deletions are ignored")
    func ignored() async throws {
        let world = World()
        var event = world.upload("file")
        event.bucket = "other"
        #expect(try await Router(world.services).route(event) == .ignored)
        event = world.upload("file")
        event.key = "metadata/file/v1.json"
        #expect(try await Router(world.services).route(event) == .ignored)
        event = world.upload("file")
        event.kind = .deleted
        #expect(try await Router(world.services).route(event) == .ignored)
    }

    @Test("A version whose executions all die is given up, with a letter")
    func givenUp() async throws {
        let world = World()
        _ = try await Router(world.services).route(world.upload("file"))
        for _ in 0..<10 {
            world.advance(seconds: 500)
            _ = try await Reconciler(world.services).run()
        }
        #expect(world.takeExecutions().count == 5)
        #expect(status(world, "file") == .failed)
        #expect(world.letters.map { $0["errorReason"] } == [.string("Pipeline.GaveUp")])
    }

    @Test("A failed version is replayed once for each letter")
    func replay() async throws {
        let world = World()
        _ = try await Router(world.services).route(world.upload("file"))
        try await world.run(try #require(world.takeExecutions().first), failure: Self.poison)
        let letter = try #require(world.letters.first)
        #expect(try await Replayer(world.services).replay(letter))
        #expect(try await Replayer(world.services).replay(letter) == false)
        let execution = try #require(world.takeExecutions().first)
        try await world.run(execution)
        #expect(status(world, "file") == .processed)
        #expect(world.table.items[.current("file")]?[.status] == .string("processed"))
    }

    @Test("Letters that are younger than a replay stay in their queue")
    func youngLetters() async throws {
        let world = World()
        var services = world.services
        services.settings.replayUntil = world.now
        _ = try await Router(services).route(world.upload("file"))
        try await world.run(try #require(world.takeExecutions().first), failure: Self.poison)
        let body = JSONValue.string(String(decoding: try #require(world.letters.first).bytes(), as: UTF8.self))
        for (milliseconds, failures, executions) in [(1, 1, 0), (0, 0, 1)] {
            let sent = String(world.now.milliseconds + milliseconds)
            let record = JSONValue.object([
                "messageId": .string("m"), "body": body, "attributes": .object(["SentTimestamp": .string(sent)]),
            ])
            let answer = await Replayer(services).handle(.object(["Records": .array([record])]))
            #expect(answer["batchItemFailures"]?.array?.count == failures)
            #expect(world.takeExecutions().count == executions)
        }
    }

    @Test("An execution that was stopped is marked by the sweeper, a finished one is left as it is")
    func swept() async throws {
        let world = World()
        _ = try await Router(world.services).route(world.upload("file"))
        let execution = try #require(world.takeExecutions().first)
        let event = JSONValue.object([
            "detail": .object([
                "status": .string("TIMED_OUT"), "name": .string(execution.name),
                "input": .string(String(decoding: execution.input.bytes(), as: UTF8.self)),
            ])
        ])
        #expect(try await Sweeper(world.services).handle(event) == .marked)
        #expect(world.table.items[.version("file", "v1")]?[.errorReason] == .string("Extract.Timeout"))
        #expect(try await Sweeper(world.services).handle(event) == .finished)
        #expect(world.letters.count == 1)
    }
}

/// Decides whether a call fails: one in eight, when it is loaded.
private final class Dice: Sendable {
    private let state: Mutex<(random: SplitMix, isLoaded: Bool)>

    init(seed: Int) {
        state = Mutex((SplitMix(seed: seed), false))
    }

    func setLoaded(_ isLoaded: Bool) { state.withLock { $0.isLoaded = isLoaded } }

    func roll() -> MemoryTable.Fault? {
        state.withLock { state in
            guard state.isLoaded else { return nil }
            switch Int.random(in: 0..<16, using: &state.random) {
            case 0: return .before
            case 1: return .after
            default: return nil
            }
        }
    }
}
