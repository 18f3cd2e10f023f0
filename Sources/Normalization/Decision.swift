public import MetadataCore

/// Which of several findings became the value of a field, and why.
public struct Decision: Sendable, Hashable {
    /// The field.
    public var field: Field
    /// The finding whose value the record holds.
    public var winner: Finding
    /// The other findings, the most trusted first.
    public var others: [Finding]
    /// The rule that chose.
    public var rule: String

    /// The findings that say something else than the winner.
    public var dissenting: [Finding] {
        others.filter { !Agreement.holds(between: winner.value, and: $0.value) }
    }
}
