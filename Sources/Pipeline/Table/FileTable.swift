/// The table of files, versions and members.
package protocol FileTable: Sendable {
    /// Reads an item, seeing every write that was answered before.
    ///
    /// - Throws: ``PipelineError``.
    func item(_ key: ItemKey) async throws -> ItemAttributes?

    /// Writes all or nothing.
    ///
    /// - Parameter writes: 1 to 100 writes of different items.
    /// - Returns: Whether the guards held.
    /// - Throws: ``PipelineError`` when it is not known what happened; the same writes may be tried again.
    func write(_ writes: [ItemWrite]) async throws -> WriteOutcome

    /// Reads a stretch of an index; what was just written may be missing from it.
    ///
    /// - Throws: ``PipelineError``.
    func page(_ query: IndexQuery) async throws -> IndexPage
}

/// Which stretch of an index.
package struct IndexQuery: Hashable, Sendable {
    package var index: Index
    package var partition: String
    /// Only items whose sort key stands before this.
    package var before: String?
    /// Continues behind this position.
    package var start: IndexPosition?
    package var limit: Int
    package var isDescending: Bool

    package enum Index: String, Hashable, Sendable {
        case list
        case open
    }

    package init(
        _ index: Index, _ partition: String, before: String? = nil, start: IndexPosition? = nil, limit: Int,
        isDescending: Bool = false
    ) {
        self.index = index
        self.partition = partition
        self.before = before
        self.start = start
        self.limit = limit
        self.isDescending = isDescending
    }
}

extension IndexQuery.Index {
    package var partition: Attribute { self == .list ? .listPartition : .openPartition }
    package var sort: Attribute { self == .list ? .listSort : .openSort }
}

/// A place in an index: its sort key, and the key of the item.
package struct IndexPosition: Hashable, Sendable {
    package var sort: String
    package var key: ItemKey

    package init(sort: String, key: ItemKey) {
        self.sort = sort
        self.key = key
    }
}

/// A stretch of an index.
package struct IndexPage: Hashable, Sendable {
    package var items: [IndexItem]
    /// Where the next page begins; nil at the end.
    package var next: IndexPosition?

    package init(items: [IndexItem], next: IndexPosition?) {
        self.items = items
        self.next = next
    }
}

/// An item that an index holds.
package struct IndexItem: Hashable, Sendable {
    package var key: ItemKey
    package var attributes: ItemAttributes

    package init(key: ItemKey, attributes: ItemAttributes) {
        self.key = key
        self.attributes = attributes
    }
}
