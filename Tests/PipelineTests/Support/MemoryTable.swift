import Pipeline
import Synchronization

/// The table in memory: each call is atomic, as DynamoDB's are. It can be told to fail, before or after it has written.
final class MemoryTable: FileTable {
    enum Fault {
        /// The call is lost on its way.
        case before
        /// The call is done, its answer is lost.
        case after
    }

    private struct State {
        var items: [ItemKey: ItemAttributes] = [:]
        var history: [ItemKey: [VersionState]] = [:]
    }

    private let state = Mutex(State())
    private let fault: @Sendable () -> Fault?

    init(fault: @escaping @Sendable () -> Fault? = { nil }) {
        self.fault = fault
    }

    var items: [ItemKey: ItemAttributes] { state.withLock { $0.items } }

    /// Every state that an item has been in, in order.
    func history(_ key: ItemKey) -> [VersionState] { state.withLock { $0.history[key] ?? [] } }

    func item(_ key: ItemKey) async throws -> ItemAttributes? {
        if fault() != nil { throw PipelineError(.unavailable, "throttled") }
        return state.withLock { $0.items[key] }
    }

    func write(_ writes: [ItemWrite]) async throws -> WriteOutcome {
        let fault = fault()
        if fault == .before { throw PipelineError(.unavailable, "throttled") }
        let outcome = state.withLock { Self.apply(writes, &$0) }
        if fault == .after { throw PipelineError(.unavailable, "the answer was lost") }
        return outcome
    }

    private static func apply(_ writes: [ItemWrite], _ state: inout State) -> WriteOutcome {
        let results = writes.map { $0.applied(to: state.items[$0.key]) }
        let refused = results.indices.filter { results[$0] == nil }
        guard refused.isEmpty else { return .refused(refused) }
        for (write, item) in zip(writes, results) {
            state.items[write.key] = item
            if let version = item.flatMap({ VersionState($0) }) {
                state.history[write.key, default: []].append(version)
            }
        }
        return .written
    }

    func page(_ query: IndexQuery) async throws -> IndexPage {
        if fault() != nil { throw PipelineError(.unavailable, "throttled") }
        let all = items.filter { $0.value[query.index.partition] == .string(query.partition) }
            .compactMap { key, item in item[query.index.sort]?.string.map { IndexPosition(sort: $0, key: key) } }
            .filter { position in query.before.map { position.sort < $0 } ?? true }
            .sorted { Self.precedes($0, $1) != query.isDescending }
        let rest = all.filter { position in
            guard let start = query.start else { return true }
            return query.isDescending ? Self.precedes(position, start) : Self.precedes(start, position)
        }
        let page = rest.prefix(query.limit)
        let found = page.map { IndexItem(key: $0.key, attributes: items[$0.key] ?? [:]) }
        return IndexPage(items: found, next: page.count < rest.count ? page.last : nil)
    }

    private static func precedes(_ lhs: IndexPosition, _ rhs: IndexPosition) -> Bool {
        (lhs.sort, lhs.key.partition, lhs.key.sort) < (rhs.sort, rhs.key.partition, rhs.key.sort)
    }
}
