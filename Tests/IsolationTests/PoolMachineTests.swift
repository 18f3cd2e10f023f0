import MetadataCore
import TestSupport
import Testing

@testable import Isolation

@Suite struct PoolMachineTests {
    @Test func `a file starts a worker, waits for it and is answered`() {
        var pool = MachineDouble()
        #expect(pool.submit(1) == [.start(0)])
        #expect(pool.greet(0) == [.ready(MachineDouble.report), .send(1, to: 0)])
        #expect(pool.finish(1, from: 0) == [.finish(1, [MachineDouble.found(1)])])
        #expect(pool.machine.nextDeadline == nil)
    }

    @Test func `a second worker comes when what waits takes longer than its start`() {
        var pool = MachineDouble { $0.workerCount = 2 }
        _ = pool.submit(1)
        _ = pool.greet(0)
        let places = UInt32(pool.machine.family.pipelineDepth)
        for id in 2...places + 4 { _ = pool.submit(id) }
        #expect(pool.machine.workers.count == 1, "nobody knows yet how long a file takes")
        _ = pool.finish(1, from: 0, cpuMicroseconds: 1_000_000)
        #expect(pool.machine.workers.count == 1, "the first file's time has that of the start in it")
        let start = Int(PoolMachine.startNanoseconds / 1_000)
        #expect(
            pool.finish(2, from: 0, cpuMicroseconds: 1_000_000 + 32 * start).contains(.start(1)),
            "a file took many starts, and others find no place")
        #expect(pool.greet(1).contains { if case .send(_, to: 1) = $0 { true } else { false } })
    }

    @Test func `small files share one worker`() {
        var pool = MachineDouble { $0.workerCount = 2 }
        _ = pool.submit(1)
        _ = pool.greet(0)
        for id in 2...60 as ClosedRange<UInt32> {
            _ = pool.submit(id)
            pool.now += PoolMachine.startNanoseconds / 500
            _ = pool.finish(id - 1, from: 0)
        }
        #expect(pool.machine.workers.count == 1)
    }

    @Test func `a second worker comes when files wait behind one that takes long`() {
        var pool = MachineDouble { $0.workerCount = 2 }
        _ = pool.submit(1)
        _ = pool.greet(0)
        #expect(pool.submit(2) == [.send(2, to: 0)])
        #expect(pool.tick(at: PoolMachine.startNanoseconds - 1, cpuMicroseconds: 0) == [])
        #expect(pool.tick(at: PoolMachine.startNanoseconds, cpuMicroseconds: 0) == [.start(1)])
        #expect(pool.tick(at: PoolMachine.startNanoseconds + 1, cpuMicroseconds: 0) == [])
        _ = pool.greet(1)
        #expect(pool.submit(3) == [.send(3, to: 1)], "the one that has nothing to do")
    }

    @Test func `a worker is kept in reserve once one has died`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.greet(0)
        #expect(pool.finish(1, from: 0) == [.finish(1, [MachineDouble.found(1)])])
        _ = pool.submit(2)
        #expect(pool.end(0, .signal(11)) == [.start(1)])
        #expect(pool.greet(1) == [.send(2, to: 1), .start(2)])
        #expect(pool.greet(2) == [])
        _ = pool.finish(2, from: 1)
        #expect(pool.end(1, .signal(11)) == [], "the other is the reserve")
        #expect(pool.submit(3) == [.send(3, to: 2), .start(3)])
    }

    @Test func `a death is blamed on the first file, which is tried alone, and the others go on`() {
        var pool = MachineDouble()
        for id in 1...3 as ClosedRange<UInt32> { _ = pool.submit(id) }
        _ = pool.greet(0)
        #expect(pool.end(0, .signal(11)) == [.start(1), .start(2)])
        #expect(pool.greet(1).last == .send(1, to: 1), "the suspect first, alone")
        #expect(pool.greet(2) == [], "one works, as many as may")
        #expect(pool.machine.pending.first == 2, "the others keep their place")
        let actions = pool.end(1, .signal(11))
        guard case .finish(1, let answers) = actions.first else { return #expect(Bool(false), "\(actions)") }
        #expect(answers.map(\.codes) == [[.crashed]])
    }

    @Test func `files that were finished are not blamed for a death although their answers are lost`() {
        var pool = MachineDouble()
        for id in 1...3 as ClosedRange<UInt32> { _ = pool.submit(id) }
        _ = pool.greet(0)
        _ = pool.end(0, .signal(11), finishedCount: 1)
        #expect(pool.greet(1).last == .send(2, to: 1), "the suspect alone")
        #expect(pool.machine.pending.first == 1, "what is lost is read again")
        #expect(pool.machine.statistics.deaths.values.reduce(0, +) == 1)
    }

    @Test func `a worker that claims to have finished everything dies at somebody's cost`() {
        var pool = MachineDouble()
        for id in 1...2 as ClosedRange<UInt32> { _ = pool.submit(id) }
        _ = pool.greet(0)
        _ = pool.end(0, .signal(11), finishedCount: .max)
        #expect(pool.greet(1).last == .send(2, to: 1), "the last one alone")
        let actions = pool.end(1, .signal(11), finishedCount: .max)
        guard case .finish(2, let answers) = actions.first else { return #expect(Bool(false), "\(actions)") }
        #expect(answers.map(\.codes) == [[.crashed]])
    }

    @Test func `what was found before a death stays`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.greet(0)
        _ = pool.stage(1, from: 0, isLast: false)
        _ = pool.end(0, .signal(6))
        _ = pool.greet(1)
        guard case .finish(1, let answers) = pool.end(1, .signal(6)).first else { return #expect(Bool(false)) }
        #expect(answers.map(\.findings) == [MachineDouble.found(1).findings])
    }

    @Test func `the parts of a file are answered together, in their order`() {
        var pool = MachineDouble()
        _ = pool.submit(1, partCount: 2)
        _ = pool.greet(0)
        #expect(pool.stage(1, from: 0, isLast: true).isEmpty, "one of two")
        #expect(pool.machine.workers[0]?.inFlight == [1])
        _ = pool.stage(1, from: 0, isLast: false)
        var both = MachineDouble.found(1)
        both.merge(MachineDouble.found(1))
        #expect(pool.finish(1, from: 0) == [.finish(1, [MachineDouble.found(1), both])])
    }

    @Test func `the part that its worker died of is the last that is answered`() {
        var pool = MachineDouble()
        _ = pool.submit(1, partCount: 3)
        _ = pool.greet(0)
        _ = pool.stage(1, from: 0, isLast: true)
        _ = pool.end(0, .signal(11))
        _ = pool.greet(1)
        guard case .finish(1, let answers) = pool.end(1, .signal(11)).first else { return #expect(Bool(false)) }
        #expect(answers.map(\.codes) == [[], [.crashed]])
        #expect(answers.first == MachineDouble.found(1), "what the first attempt learned")
    }

    @Test func `a file of several parts that took its time while others waited is tried again`() {
        for (partCount, isTriedAgain) in [(1, false), (2, true)] {
            var pool = MachineDouble()
            _ = pool.submit(1, partCount: partCount)
            _ = pool.submit(2)
            _ = pool.greet(0)
            _ = pool.tick(at: pool.machine.nextDeadline ?? 0, cpuMicroseconds: 1 << 40)
            #expect(pool.machine.retries.contains(1) == isTriedAgain, "its first part's answer may lie in the worker")
        }
    }

    @Test func `a file of several parts is refused as a whole`() {
        var pool = MachineDouble()
        _ = pool.submit(1, partCount: 2)
        guard case .finish(1, let answers) = pool.cancel(1).first else { return #expect(Bool(false)) }
        #expect(answers.map(\.codes) == [[.cancelled], []])
    }

    @Test func `a file that computed all its time is not tried again, one that was stopped is`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.greet(0)
        let deadline = pool.machine.nextDeadline ?? 0
        #expect(pool.tick(at: deadline - 1, cpuMicroseconds: 0).isEmpty)
        let retried = pool.tick(at: deadline, cpuMicroseconds: 0)
        #expect(retried.first == .kill(0) && !retried.contains { if case .finish = $0 { true } else { false } })
        _ = pool.greet(1)
        let ended = pool.tick(at: pool.machine.nextDeadline ?? 0, cpuMicroseconds: 1 << 40)
        #expect(
            ended.contains {
                if case .finish(1, let answers) = $0 { answers.map(\.codes) == [[.timeout]] } else { false }
            })
    }

    @Test func `time that a worker waits for a processor is not the file's`() {
        var pool = MachineDouble { $0.fileDeadline = .seconds(2) }
        let second: Int64 = 1_000_000_000
        _ = pool.submit(1)
        _ = pool.greet(0)
        #expect(pool.tick(at: 2 * second, cpuMicroseconds: 0, waited: 2 * second).isEmpty, "it has not begun")
        #expect(pool.machine.nextDeadline == 4 * second)
        #expect(pool.tick(at: 4 * second, cpuMicroseconds: 0, waited: 3 * second).isEmpty)
        #expect(pool.tick(at: 5 * second, cpuMicroseconds: 2_000_000, waited: 3 * second).first == .kill(0))
    }

    @Test func `waiting for a processor does not go on for ever`() {
        var pool = MachineDouble { $0.fileDeadline = .seconds(2) }
        let second: Int64 = 1_000_000_000
        _ = pool.submit(1)
        _ = pool.greet(0)
        #expect(pool.tick(at: 20 * second - 1, cpuMicroseconds: 0, waited: 20 * second - 1).isEmpty)
        #expect(pool.tick(at: 20 * second, cpuMicroseconds: 0, waited: 20 * second).first == .kill(0))
    }

    @Test func `what a worker waited before a file or a step is not added to their time`() {
        var pool = MachineDouble {
            $0.fileDeadline = .seconds(9)
            $0.progressDeadline = .seconds(2)
        }
        let second: Int64 = 1_000_000_000
        _ = pool.submit(1)
        #expect(pool.tick(at: second, cpuMicroseconds: 0, waited: second).isEmpty)
        _ = pool.greet(0)
        #expect(pool.machine.nextDeadline == 3 * second)
        #expect(pool.tick(at: 3 * second, cpuMicroseconds: 0, waited: 2 * second).isEmpty)
        #expect(pool.machine.nextDeadline == 4 * second)
        _ = pool.stage(1, from: 0, isLast: false)
        #expect(pool.machine.nextDeadline == 5 * second)
    }

    @Test func `a reply to another request ends the worker`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.submit(2)
        _ = pool.greet(0)
        #expect(pool.stage(2, from: 0, isLast: true).first == .kill(0))
        #expect(pool.stage(1, from: 0, isLast: true).isEmpty, "nothing is heard of it any more")
    }

    @Test func `endless replies end the worker`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.greet(0)
        var actions: [PoolMachine.Action] = []
        for _ in 0...5 where actions.isEmpty { actions = pool.stage(1, from: 0, isLast: false, byteCount: 1 << 20) }
        #expect(actions.first == .kill(0))
    }

    @Test func `memory that grew makes a worker retire when its files are done`() {
        var pool = MachineDouble()
        _ = pool.submit(1)
        _ = pool.submit(2)
        _ = pool.greet(0)
        _ = pool.stage(1, from: 0, isLast: true, peak: .max)
        #expect(pool.stage(2, from: 0, isLast: true).contains(.retire(0)))
        #expect(pool.machine.statistics.renewed == 1)
    }

    @Test func `who waits for a worker gets one although the first died`() {
        var pool = MachineDouble()
        #expect(pool.prepare() == [.start(0)])
        #expect(pool.end(0, .signal(9)) == [.start(1)])
        #expect(pool.greet(1) == [.ready(MachineDouble.report)])
        #expect(pool.prepare() == [.ready(MachineDouble.report)])
    }

    @Test func `whoever waits is told when no worker can be started`() {
        var pool = MachineDouble()
        _ = pool.prepare()
        _ = pool.submit(1)
        for worker in 0..<PoolMachine.mostFailedStarts - 1 { #expect(pool.end(worker, .status(1)).count == 1) }
        let actions = pool.end(PoolMachine.mostFailedStarts - 1, .status(1))
        #expect(actions.contains(.ready(nil)))
        #expect(
            actions.contains {
                if case .finish(1, let answers) = $0 { answers.map(\.codes) == [[.unavailable]] } else { false }
            })
    }

    /// Whatever happens in whatever order: each file is answered once, and the pool never has more workers than allowed.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `every file is answered exactly once`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var pool = MachineDouble { $0.workerCount = Int.random(in: 1...3, using: &random) }
        var (submitted, answered) = (UInt32(0), [UInt32: Int]())
        var now: Int64 = 0
        for step in 0..<3_000 {
            now += Int64.random(in: 0...2_000_000_000, using: &random)
            pool.now = now
            let isEnding = step >= 2_000
            var actions: [PoolMachine.Action] = []
            let worker = pool.machine.workers.keys.sorted().randomElement(using: &random)
            switch (isEnding ? Int.random(in: 2...6, using: &random) : Int.random(in: 0...9, using: &random), worker) {
            case (0...1, _):
                submitted += 1
                actions = pool.submit(submitted)
            case (2, let worker?) where pool.machine.workers[worker]?.phase == .starting: actions = pool.greet(worker)
            case (3...6, let worker?):
                guard let head = pool.machine.workers[worker]?.inFlight.first else { break }
                actions = pool.stage(head, from: worker, isLast: Bool.random(using: &random))
            case (7, let worker?):
                actions = pool.end(
                    worker, .signal([9, 11].randomElement(using: &random) ?? 9),
                    finishedCount: Int.random(in: 0...40, using: &random))
            case (8, _): actions = pool.cancel(UInt32.random(in: 0...submitted + 1, using: &random))
            case (9, _): actions = pool.tick(at: now, cpuMicroseconds: Int.random(in: 0...1 << 30, using: &random))
            default: break
            }
            for case .finish(let id, _) in actions { answered[id, default: 0] += 1 }
            for case .kill(let id) in actions { pool.dying.insert(id) }
            if let gone = pool.dying.randomElement(using: &random), Bool.random(using: &random) {
                pool.dying.remove(gone)
                for case .finish(let id, _) in pool.end(gone, .signal(9)) { answered[id, default: 0] += 1 }
            }
            #expect(pool.machine.workers.values.count { $0.phase == .ready } <= pool.machine.family.workerCount + 2)
        }
        #expect(answered.values.allSatisfy { $0 == 1 }, "seed \(seed)")
        #expect(answered.count == Int(submitted), "seed \(seed): all \(submitted) answered")
    }
}

/// A machine whose actions tests look at.
struct MachineDouble {
    static let report = WorkerReport(family: "t", layers: .all, readers: [], libraries: [])

    var machine: PoolMachine
    var now: Int64 = 0
    var dying: Set<Int> = []

    init(_ change: (inout WorkerFamily) -> Void = { $0.workerCount = 1 }) {
        var family = WorkerFamily(name: "t", executable: "", formats: [], memoryByteCount: 1 << 20)
        change(&family)
        machine = PoolMachine(family: family)
    }

    static func found(_ id: UInt32) -> Extraction {
        var extraction = Extraction()
        extraction.find(.documentPageCount, .integer(Int(id)), source: "t")
        return extraction
    }

    private mutating func actions(
        _ event: (inout PoolMachine, inout [PoolMachine.Action]) -> Void
    ) -> [PoolMachine.Action] {
        var actions: [PoolMachine.Action] = []
        event(&machine, &actions)
        return actions
    }

    mutating func submit(_ id: UInt32, partCount: Int = 1) -> [PoolMachine.Action] {
        let now = now
        return actions { $0.submit(id, partCount: partCount, now: now, &$1) }
    }

    mutating func prepare() -> [PoolMachine.Action] {
        let now = now
        return actions { $0.prepare(now: now, &$1) }
    }

    mutating func cancel(_ id: UInt32) -> [PoolMachine.Action] {
        let now = now
        return actions { $0.cancel(id, now: now, &$1) }
    }

    mutating func greet(_ worker: Int) -> [PoolMachine.Action] {
        let now = now
        return actions { $0.greeted(worker, Self.report, now: now, &$1) }
    }

    mutating func finish(_ id: UInt32, from worker: Int, cpuMicroseconds: Int = 0) -> [PoolMachine.Action] {
        stage(id, from: worker, isLast: true, cpuMicroseconds: cpuMicroseconds)
    }

    mutating func stage(
        _ id: UInt32, from worker: Int, isLast: Bool, byteCount: Int = 100, peak: Int = 0, cpuMicroseconds: Int = 0
    ) -> [PoolMachine.Action] {
        let usage = isLast ? Frame.Usage(cpuMicroseconds: cpuMicroseconds, peakByteCount: peak) : nil
        let stage = Frame.Stage(id: id, name: "step", extraction: Self.found(id), usage: usage)
        let now = now
        return actions { $0.received(stage, byteCount: byteCount, from: worker, now: now, &$1) }
    }

    mutating func end(_ worker: Int, _ end: WorkerEnd, finishedCount: Int = 0) -> [PoolMachine.Action] {
        let now = now
        return actions { $0.ended(worker, end, finishedCount: finishedCount, now: now, &$1) }
    }

    mutating func tick(at time: Int64, cpuMicroseconds: Int, waited: Int64 = 0) -> [PoolMachine.Action] {
        now = time
        let spent = ProcessTime(cpuMicroseconds: cpuMicroseconds, waitedNanoseconds: waited)
        return actions { $0.tick(now: time, processTime: { _ in spent }, &$1) }
    }
}
