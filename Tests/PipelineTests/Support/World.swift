import MetadataCore
import Pipeline
import Synchronization

/// All services in memory, with a clock that only the test moves, and executions that run when the test says so.
final class World: Sendable {
    struct Execution: Hashable, Sendable {
        let name: String
        let input: JSONValue
    }

    let table: MemoryTable
    let objects = MemoryObjects()
    private let clock = Mutex(1_800_000_000_000)
    private let waiting = Mutex<[Execution]>([])
    private let names = Mutex<Set<String>>([])
    private let received = Mutex<[JSONValue]>([])
    private let startFails: @Sendable () -> Bool

    init(table: MemoryTable = MemoryTable(), startFails: @escaping @Sendable () -> Bool = { false }) {
        self.table = table
        self.startFails = startFails
    }

    var now: Timestamp { Timestamp(milliseconds: clock.withLock { $0 }) }
    var letters: [JSONValue] { received.withLock { $0 } }
    var executions: [Execution] { waiting.withLock { $0 } }

    func advance(seconds: Int) { clock.withLock { $0 += seconds * 1_000 } }

    /// Takes the executions that wait.
    func takeExecutions() -> [Execution] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    var services: Services {
        Services(
            objects: objects, table: table, workflow: self, deadLetters: self,
            settings: PipelineSettings(bucket: "bucket"), now: { self.now })
    }
}

extension World: WorkflowStarter, DeadLetters {
    func start(name: String, input: JSONValue) async throws {
        if startFails() { throw PipelineError(.unavailable, "throttled") }
        guard names.withLock({ $0.insert(name).inserted }) else { return }
        waiting.withLock { $0.append(Execution(name: name, input: input)) }
    }

    func send(_ letter: JSONValue) async throws {
        received.withLock { $0.append(letter) }
    }
}

extension World {
    /// Puts an upload into the bucket.
    ///
    /// - Returns: The event that S3 sends.
    func upload(_ fileID: String, version: String = "v1", byteCount: Int = 100, sequence: Int = 1) -> ObjectEvent {
        let key = UploadKey(projectID: "project", fileID: fileID, fileName: "a b+c&\u{E9}.jpg").text
        objects.add(ObjectName(bucket: "bucket", key: key, versionID: version), byteCount: byteCount)
        return ObjectEvent(
            bucket: "bucket", key: key, versionID: version,
            sequencer: Sequencer("00" + String(sequence, radix: 16)) ?? .none, byteCount: byteCount, time: now)
    }

    /// Runs an execution as the workflow does.
    ///
    /// - Parameters:
    ///   - execution: The execution.
    ///   - failure: Why the extractor gives up, if it does.
    /// - Throws: What the services throw.
    func run(_ execution: Execution, failure: ExtractFailure? = nil) async throws {
        guard case .object(var input) = execution.input else { return }
        input["owner"] = .string(execution.name)
        let claim = try await Claimant(services).handle(.object(input))
        guard claim["outcome"] == .string("claimed") else { return }
        if let failure {
            try await fail(input, claim, failure)
        } else {
            input["claim"] = claim
            input["record"] = try JSONValue(parsing: Self.record.canonicalJSON())
            let writes = try await Filer(services).writes(.object(input))
            _ = try await table.write([writes.version])
            if let list = writes.list { _ = try await table.write([list]) }
        }
    }

    private func fail(_ input: [String: JSONValue], _ claim: JSONValue, _ failure: ExtractFailure) async throws {
        let fileID = input["fileId"]?.string ?? ""
        let versionID = input["versionId"]?.string ?? ""
        guard let item = try await table.item(.version(fileID, versionID)), let version = FileVersion(item),
            let fence = claim["fence"]?.string.flatMap({ Int($0) }),
            let attempt = claim["attempt"]?.string.flatMap({ Int($0) })
        else { return }
        let step = VersionTransition.fail(
            fence: fence, attempt: attempt, reason: failure.type, detail: failure.message)
        guard try await table.write([step.write(version)]) == .written else { return }
        if let list = step.listWrite(version, attempt: attempt) { _ = try await table.write([list]) }
        try await send(
            .object([
                "fileId": .string(fileID), "versionId": .string(versionID), "attempt": .integer(attempt),
                "errorReason": .string(failure.type),
            ]))
    }

    static let record = MetadataRecord(size: 100, format: .unknown, status: .complete)
}
