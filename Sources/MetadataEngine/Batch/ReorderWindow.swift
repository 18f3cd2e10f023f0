/// Puts results that are ready in any order back into the order in which the work was handed out.
///
/// At most `capacity` pieces of work are handed out beyond the first that is not ready: one slow file holds back others
/// by that much and no more, and memory holds so many results at most.
struct ReorderWindow<Element> {
    private let capacity: Int
    /// The results that are ready, each at its number modulo the capacity.
    private var ready: [Element?]
    private var nextToHandOut = 0
    private var nextToEmit = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        ready = Array(repeating: nil, count: self.capacity)
    }

    /// Whether another piece of work may be handed out now.
    var hasRoom: Bool { roomCount > 0 }

    /// How many pieces of work may be handed out now.
    var roomCount: Int { capacity - (nextToHandOut - nextToEmit) }

    /// Whether work is out that was not emitted yet.
    var isDrained: Bool { nextToHandOut == nextToEmit }

    /// Whether the next result in order is ready.
    var isNextReady: Bool { ready[nextToEmit % capacity] != nil }

    /// Hands out pieces of work.
    ///
    /// - Parameter count: How many.
    /// - Returns: The number of the first of them.
    mutating func handOut(_ count: Int = 1) -> Int {
        defer { nextToHandOut += count }
        return nextToHandOut
    }

    mutating func complete(_ index: Int, with element: Element) {
        ready[index % capacity] = element
    }

    /// The next result in order, when it is ready.
    mutating func emit() -> Element? {
        guard let element = ready[nextToEmit % capacity] else { return nil }
        ready[nextToEmit % capacity] = nil
        nextToEmit += 1
        return element
    }
}
