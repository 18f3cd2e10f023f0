/// What the caller wants: limits and policies as one value.
///
/// ```swift
/// var options = ExtractionOptions()
/// options.location = .round(decimals: 2)
/// options.includesProvenance = true
/// ```
public struct ExtractionOptions: Hashable, Sendable {
    /// The bounds on memory and work.
    public var limits = Limits()
    /// What happens to positions. Kept as found by default.
    public var location = LocationPolicy.keep
    /// Whether the record says where each value came from. False by default.
    public var includesProvenance = false
    /// Whether checksums are computed, which reads every byte. True by default.
    public var computesChecksums = true

    /// The defaults.
    public init() {}
}

/// What happens to the position that a picture carries, before anything is stored.
public enum LocationPolicy: Hashable, Sendable {
    /// It stays as found.
    case keep
    /// Latitude and longitude are rounded to so many decimals of a degree; altitude and time are left out.
    case round(decimals: Int)
    /// It is left out.
    case drop
}
