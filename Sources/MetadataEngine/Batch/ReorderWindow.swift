/// Puts results that are ready in any order back into the order in which the work was handed out.
///
/// At most `capacity` pieces of work are handed out beyond the first that is not ready: one slow file holds back others
/// by that much and no more, and memory holds so many results at most.
struct ReorderWindow<Element> {
    private let capacity: Int
    private var ready: [Int: Element] = [:]
    private var nextToHandOut = 0
    private var nextToEmit = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// Whether another piece of work may be handed out now.
    var hasRoom: Bool { nextToHandOut - nextToEmit < capacity }

    /// Whether work is out that was not emitted yet.
    var isDrained: Bool { nextToHandOut == nextToEmit }

    /// Whether the next result in order is ready.
    var isNextReady: Bool { ready[nextToEmit] != nil }

    /// The number of the next piece of work.
    mutating func handOut() -> Int {
        defer { nextToHandOut += 1 }
        return nextToHandOut
    }

    mutating func complete(_ index: Int, with element: Element) {
        ready[index] = element
    }

    /// The next result in order, when it is ready.
    mutating func emit() -> Element? {
        guard let element = ready.removeValue(forKey: nextToEmit) else { return nil }
        nextToEmit += 1
        return element
    }
}
