import Pipeline
import Testing

@Suite("Two and more writers of one version")
struct InterleavingTests {
    /// All orders in which two lists of steps can happen, as choices of the first writer.
    private static func orders(_ first: Int, _ second: Int) -> [[Bool]] {
        if first == 0 { return [Array(repeating: false, count: second)] }
        if second == 0 { return [Array(repeating: true, count: first)] }
        return orders(first - 1, second).map { [true] + $0 } + orders(first, second - 1).map { [false] + $0 }
    }

    @Test(
        "Every order of every pair of writers, with leases that hold and leases that are over",
        arguments: Writer.programs.indices, Writer.programs.indices)
    func allOrders(first: Int, second: Int) {
        let orders = Self.orders(Writer.programs[first].count, Writer.programs[second].count)
        for order in orders {
            for pause in [0, 11_000] {
                for start in [[], [Writer.Step.arrive], [.arrive, .read, .claim, .fail]] {
                    check(order, Writer.programs[first], Writer.programs[second], pause: pause, start: start)
                }
            }
        }
    }

    private func check(
        _ order: [Bool], _ first: [Writer.Step], _ second: [Writer.Step], pause: Int, start: [Writer.Step]
    ) {
        var shelf = Shelf()
        var before = Writer("before", start)
        for _ in start { before.step(in: &shelf) }
        var writers = [Writer("a", first), Writer("b", second)]
        for isFirst in order {
            shelf.now = Timestamp(milliseconds: shelf.now.milliseconds + pause)
            writers[isFirst ? 0 : 1].step(in: &shelf)
        }
        #expect(shelf.violations.isEmpty, "\(order) \(first) \(second) \(shelf.violations)")
        #expect(shelf.finishes <= 1, "\(order) \(first) \(second)")
    }

    @Test("10,000 random schedules of two to five writers", arguments: 0..<10)
    func randomSchedules(thousand: Int) {
        for seed in (thousand * 1_000)..<((thousand + 1) * 1_000) {
            var random = SplitMix(seed: seed)
            var shelf = Shelf()
            var writers = (0..<Int.random(in: 2...5, using: &random)).map { number in
                Writer("w\(number)", (0..<12).map { _ in Writer.Step.allCases.randomElement(using: &random) ?? .read })
            }
            while writers.contains(where: { !$0.rest.isEmpty }) {
                shelf.now = Timestamp(
                    milliseconds: shelf.now.milliseconds + Int.random(in: 0...4_000, using: &random))
                writers[Int.random(in: 0..<writers.count, using: &random)].step(in: &shelf)
            }
            #expect(
                shelf.violations.isEmpty && shelf.finishes <= 1, "seed \(seed) \(shelf.violations)")
        }
    }

    @Test("A result of an execution that lost its claim is refused")
    func lostClaim() throws {
        var shelf = Shelf()
        var slow = Writer("slow", [.arrive, .read, .claim, .finish])
        for _ in 0..<3 { slow.step(in: &shelf) }
        shelf.now = Timestamp(milliseconds: 60_000)
        var fast = Writer("fast", [.read, .claim, .finish])
        for _ in 0..<2 { fast.step(in: &shelf) }
        slow.step(in: &shelf)
        #expect(shelf.state?.status == .processing)
        fast.step(in: &shelf)
        #expect(shelf.item?[.record] == .string("fast"))
    }

    @Test("A late success replaces a failure, a late failure no success")
    func lateAnswers() {
        var shelf = Shelf()
        var writer = Writer("a", [.arrive, .read, .claim, .fail, .finish, .fail])
        for _ in 0..<4 { writer.step(in: &shelf) }
        #expect(shelf.state?.status == .failed)
        writer.step(in: &shelf)
        #expect(shelf.state?.status == .processed)
        #expect(shelf.item?[.errorReason] == nil)
        writer.step(in: &shelf)
        #expect(shelf.state?.status == .processed)
    }
}
