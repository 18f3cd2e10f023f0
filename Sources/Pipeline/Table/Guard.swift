/// What has to hold for a write to happen: evaluated here for tables in memory, rendered for DynamoDB elsewhere, so
/// that both follow one description.
package indirect enum Guard: Hashable, Sendable {
    case absent(Attribute)
    case present(Attribute)
    case equal(Attribute, ItemValue)
    case below(Attribute, ItemValue)
    case all([Guard])
    case any([Guard])

    /// Whether it holds for an item.
    ///
    /// - Parameter item: The item; nil when there is none.
    /// - Returns: True when it does; a comparison with what is absent, or of another type, does not.
    package func holds(for item: ItemAttributes?) -> Bool {
        switch self {
        case .absent(let name): item?[name] == nil
        case .present(let name): item?[name] != nil
        case .equal(let name, let value): item?[name] == value
        case .below(let name, let bound): item?[name]?.precedes(bound) ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(for: item) }
        case .any(let parts): parts.contains { $0.holds(for: item) }
        }
    }
}
