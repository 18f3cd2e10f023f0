public import MetadataCore

extension Issue.Code {
    /// No worker could be started, or its sandbox lacks a layer that is required: the native reading is missing.
    public static let unavailable = Self(rawValue: "unavailable")
}
