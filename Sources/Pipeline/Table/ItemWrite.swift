/// One conditional write of one item: some attributes are set, some removed, if the guard holds. An item that is not
/// there is made.
package struct ItemWrite: Hashable, Sendable {
    package var key: ItemKey
    package var condition: Guard
    package var set: ItemAttributes
    package var remove: Set<Attribute>

    package init(_ key: ItemKey, if condition: Guard, set: ItemAttributes = [:], remove: Set<Attribute> = []) {
        self.key = key
        self.condition = condition
        self.set = set
        self.remove = remove
    }

    /// The item after the write.
    ///
    /// - Parameter item: The item before it; nil when there is none.
    /// - Returns: The attributes; nil when the guard does not hold.
    package func applied(to item: ItemAttributes?) -> ItemAttributes? {
        guard condition.holds(for: item) else { return nil }
        return (item ?? [:]).filter { !remove.contains($0.key) }.merging(set) { $1 }
    }
}

/// What became of writes that belong together.
package enum WriteOutcome: Hashable, Sendable {
    /// All are done.
    case written
    /// None is done; these positions' guards did not hold.
    case refused([Int])
}
