/// What the reading of one source cost.
public struct ReadCounts: Hashable, Sendable {
    /// How many bytes were asked for.
    public var bytes: Int
    /// How many ranges were asked for.
    public var requests: Int

    /// Makes counts.
    ///
    /// - Parameters:
    ///   - bytes: How many bytes were asked for.
    ///   - requests: How many ranges were asked for.
    public init(bytes: Int, requests: Int) {
        self.bytes = bytes
        self.requests = requests
    }
}
