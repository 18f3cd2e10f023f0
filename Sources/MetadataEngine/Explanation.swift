public import MetadataCore
public import Normalization

/// How a record came to be: for `assay explain`, and for anyone who doubts a value.
public struct Explanation: Sendable {
    /// The record.
    public let record: MetadataRecord
    /// What the format was told from: `signature at 0`.
    public let basis: String
    /// For each field that was found: who won, who else spoke, and the rule that chose.
    public let decisions: [Decision]
}
