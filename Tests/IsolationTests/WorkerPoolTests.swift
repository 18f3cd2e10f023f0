import MetadataCore
import TestSupport
import Testing

@testable import Isolation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite struct WorkerPoolTests {
    // MARK: - Reading

    @Test(arguments: [0, 1, 32_767, 32_768, 32_769, 200_000])
    func `content in memory reaches the worker whole`(byteCount: Int) async throws {
        let pool = try Probe.pool()
        let source = MemorySource([UInt8](repeating: 0x20, count: byteCount))
        #expect(await pool.run(source).value(.imageStoredWidth) == .integer(byteCount))
    }

    @Test func `the worker reads a file by the descriptor that the host opened`() async throws {
        let pool = try Probe.pool()
        let bytes = Array("echo by descriptor".utf8) + [UInt8](repeating: 0x20, count: 100_000)
        let extraction = await pool.run(try OpenFile(containing: bytes))
        #expect(extraction.value(.documentTitle) == .string("echo by descriptor"))
        #expect(extraction.value(.imageStoredWidth) == .integer(bytes.count))
    }

    @Test func `a source in memory that is larger than allowed is refused`() async throws {
        let pool = try Probe.pool()
        var options = ExtractionOptions()
        options.limits.inMemoryByteCount = 40_000
        let source = MemorySource([UInt8](repeating: 0, count: 40_001))
        let extraction = await pool.extractor.extract(from: source, as: Probe.format, options: options)
        #expect(extraction.codes == [.limitExceeded])
    }

    @Test func `no process is started before the first file`() async throws {
        let pool = try Probe.pool()
        #expect(pool.statistics.started == 0)
        _ = await pool.run("echo")
        #expect(pool.statistics.started == 1)
    }

    @Test func `a reader that waits for others is waited for`() async throws {
        let pool = try Probe.pool()
        #expect(await pool.run("await").issues.isEmpty)
    }

    @Test func `more findings than are kept of one file do not end the worker`() async throws {
        let pool = try Probe.pool()
        let extraction = await pool.run("flood")
        #expect(extraction.codes == [.limitExceeded])
        #expect(extraction.findings.count > 100)
        #expect(await pool.run("large").codes == [.limitExceeded])
        #expect(pool.statistics.deaths.isEmpty)
    }

    @Test func `a format that the worker does not read gives nothing`() async throws {
        let pool = try Probe.pool()
        let source = MemorySource([1])
        let extraction = await pool.extractor.extract(from: source, as: .icc, options: ExtractionOptions())
        #expect(extraction == Extraction())
    }

    // MARK: - Deaths

    @Test(arguments: [("abort", "SIGABRT"), ("fault", "SIGSEGV"), ("exit", "status 5"), ("babble", "version 238")])
    func `a file that ends its worker is tried twice and recorded`(command: String, cause: String) async throws {
        let pool = try Probe.pool()
        let extraction = await pool.run(command)
        #expect(extraction.codes == [.crashed])
        let detail = try #require(extraction.issues.first?.detail)
        #expect(detail.contains(cause), "\(detail)")
        #expect(extraction.value(.documentTitle) == .string(command), "what was found before stays")
        #expect(pool.statistics.deaths.values.reduce(0, +) == 2)
        #expect(await pool.run("echo again").value(.documentTitle) == .string("echo again"))
    }

    @Test(.enabled(if: SandboxBounds.boundsMemory))
    func `memory that runs out is a limit, not a crash`() async throws {
        let pool = try Probe.pool { $0.memoryByteCount = 200 << 20 }
        let extraction = await pool.run("memory")
        #expect(extraction.codes == [.limitExceeded])
        #expect(extraction.value(.documentTitle) == .string("memory"), "what was found before stays")
    }

    @Test func `files beside one that ends its worker lose nothing`() async throws {
        let pool = try Probe.pool { $0.workerCount = 1 }
        let commands = (0..<40).map { $0 == 20 ? "fault" : "echo \($0)" }
        let answers = await answers(of: pool, to: commands)
        #expect(zip(commands, answers).allSatisfy { $1.value(.documentTitle) == .string($0) })
        #expect(answers.map(\.codes) == commands.map { $0 == "fault" ? [.crashed] : [] })
        #expect(pool.statistics.deaths.values.reduce(0, +) == 2, "no other file was suspected")
    }

    @Test func `what is asked at once is answered in its order, each with its own issues`() async throws {
        let pool = try Probe.pool()
        var options = ExtractionOptions()
        options.limits.inMemoryByteCount = 40_000
        let large = MemorySource([UInt8](repeating: 0, count: 40_001))
        var sources = ["echo 0", "fault", "echo 2", "echo 4"].map { MemorySource(Array($0.utf8)) }
        sources.insert(large, at: 3)
        let answers = await pool.extractor.extract(
            from: sources.map { TypedSource($0, Probe.format, offset: 0) }, options: options)
        #expect(answers.map(\.codes) == [[], [.crashed], [], [.limitExceeded], []])
        #expect(
            answers.map { $0.value(.documentTitle)?.string } == ["echo 0", "fault", "echo 2", nil, "echo 4"])
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `workers killed at random lose nothing`(seed: UInt64) async throws {
        let pool = try Probe.pool()
        let killer = RandomKiller(seed: seed)
        for round in 0..<10 {
            killer.beginRound()
            let commands = (0..<50).map { $0 % 10 == 0 ? "pause \(round) \($0)" : "echo \(round) \($0)" }
            let answers = await answers(of: pool, to: commands) { killer.strike(pool) }
            let lost = zip(commands, answers).filter { $1.value(.documentTitle) != .string($0) || !$1.issues.isEmpty }
            #expect(lost.isEmpty, "seed \(seed)")
        }
        #expect(killer.count > 5)
    }

    // MARK: - Time

    @Test(arguments: ["spin", "sleep"])
    func `a file that never ends is given up`(command: String) async throws {
        let pool = try Probe.pool { $0.fileDeadline = .seconds(1) }
        let extraction = await pool.run(command)
        #expect(extraction.codes == [.timeout])
        #expect(extraction.value(.documentTitle) == .string(command), "what was found before stays")
        #expect(await pool.run("echo").issues.isEmpty)
    }

    @Test func `a step without an end is given up before the file's time is over`() async throws {
        let pool = try Probe.pool { $0.progressDeadline = .milliseconds(500) }
        #expect(await pool.run("sleep").codes == [.timeout])
        #expect(await pool.run("steps").issues.isEmpty, "steps of 200 ms, 800 ms together")
    }

    @Test func `a worker that was stopped is replaced and its file read`() async throws {
        let pool = try Probe.pool {
            $0.fileDeadline = .seconds(2)
            $0.workerCount = 1
            $0.renewalByteCount = .max
        }
        #expect(await pool.run("echo").issues.isEmpty)
        for worker in pool.processes { kill(worker, SIGSTOP) }
        let extraction = await pool.run("echo after the stop")
        #expect(extraction.value(.documentTitle) == .string("echo after the stop"))
        #expect(extraction.issues.isEmpty)
        #expect(pool.statistics.deaths == ["timeout": 1])
    }

    // MARK: - Life

    @Test func `an old worker is replaced`() async throws {
        let pool = try Probe.pool {
            $0.renewalFileCount = 10
            $0.workerCount = 1
        }
        let answers = await answers(of: pool, to: (0..<100).map { "echo \($0)" })
        #expect(answers.allSatisfy { $0.issues.isEmpty })
        #expect(pool.statistics.renewed >= 5)
        #expect(pool.statistics.deaths.isEmpty)
    }

    @Test func `cancelling a task ends its waiting`() async throws {
        let pool = try Probe.pool()
        let task = Task { await pool.run("sleep") }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(await task.value.codes == [.cancelled])
        let early = Task { () -> Extraction in
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return await pool.run("echo")
        }
        #expect(await early.value.codes == [.cancelled])
    }

    @Test func `a program that is not there makes the native reading unavailable`() async throws {
        let pool = try Probe.pool { $0.executable = "/nonexistent/assay-worker" }
        let extraction = await pool.run("echo")
        #expect(extraction.codes == [.unavailable])
        #expect(extraction.issues.first?.retryable == true)
        await #expect(throws: ExtractionError.self) { try await pool.report() }
    }

    @Test(arguments: ["--dies-at-start", "--hangs-at-start"])
    func `a program that never becomes ready is given up`(argument: String) async throws {
        let pool = try Probe.pool {
            $0.arguments = [argument]
            $0.startDeadline = .milliseconds(300)
        }
        #expect(await pool.run("echo").codes == [.unavailable])
        #expect(pool.statistics.started <= 5)
    }

    @Test func `deaths and the end of a pool leave no descriptor open`() async throws {
        // In a process of its own: other tests open and close descriptors, too.
        await #expect(processExitsWith: .success) {
            func cycle() async throws {
                let pool = try Probe.pool()
                let large = MemorySource(Array("fault ".utf8) + [UInt8](repeating: 0x20, count: 40_000))
                #expect(await pool.run(large).codes == [.crashed])
            }
            try await cycle()
            let before = ProcessTable.descriptorCount
            for _ in 0..<10 { try await cycle() }
            // The threads of the pools close theirs a moment later.
            while ProcessTable.descriptorCount > before { try await Task.sleep(for: .milliseconds(10)) }
        }
    }

    @Test(arguments: [1, PoolMachine.fedCount + 20])
    func `after the shutdown nothing waits`(fileCount: Int) async throws {
        let pool = try Probe.pool { $0.workerCount = 1 }
        let tasks = (0..<fileCount).map { _ in Task { await pool.run("sleep") } }
        try await Task.sleep(for: .milliseconds(100))
        pool.shutdown()
        for task in tasks { #expect(await task.value.codes == [.unavailable]) }
        for _ in 0..<3 { #expect(await pool.run("echo").codes == [.unavailable]) }
    }
}

/// Kills a worker now and then, after so many answers, whatever time these take; in a round of files fewer than one of
/// them may lose.
final class RandomKiller: Sendable {
    private static let mostInRound = PoolMachine.mostForeignDeaths - 1

    private struct State {
        var generator: SeededGenerator
        var answersLeft = 0
        var leftInRound = 0
        var count = 0
    }

    private let state: Guarded<State>

    init(seed: UInt64) {
        state = Guarded(State(generator: SeededGenerator(seed: seed)))
    }

    /// How many workers were killed.
    var count: Int { state.withLock { $0.count } }

    /// Other files come.
    func beginRound() {
        state.withLock { $0.leftInRound = Self.mostInRound }
    }

    /// Is told of an answer.
    func strike(_ pool: WorkerPool) {
        state.withLock { state in
            state.answersLeft -= 1
            guard state.answersLeft < 0, state.leftInRound > 0 else { return }
            guard let worker = pool.processes.randomElement(using: &state.generator) else { return }
            guard kill(worker, SIGKILL) == 0 else { return }
            state.count += 1
            state.leftInRound -= 1
            state.answersLeft = Int.random(in: 1...10, using: &state.generator)
        }
    }
}

/// What a pool answers to many commands at once, in their order.
func answers(
    of pool: WorkerPool, to commands: [String], jobs: Int = 8, afterEach: @escaping @Sendable () -> Void = {}
) async -> [Extraction] {
    await withTaskGroup(of: [(Int, Extraction)].self) { group in
        for job in 0..<jobs {
            group.addTask {
                var answers: [(Int, Extraction)] = []
                for index in stride(from: job, to: commands.count, by: jobs) {
                    answers.append((index, await pool.run(commands[index])))
                    afterEach()
                }
                return answers
            }
        }
        var all = [Extraction](repeating: Extraction(), count: commands.count)
        for await part in group {
            for (index, answer) in part { all[index] = answer }
        }
        return all
    }
}
