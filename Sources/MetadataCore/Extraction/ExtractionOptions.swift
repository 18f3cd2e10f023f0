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
    /// Whether only those ranges of a file are read that its metadata stand in, as a ``RangePlan`` says: without
    /// checksums and without native readers, which read for themselves. False by default.
    public var readsRangesOnly = false
    /// When readers that wrap native libraries are asked. Where they are needed, by default.
    public var nativeReaders = NativeReaderPolicy.needed

    /// The defaults.
    public init() {}

    /// Whether every byte is read whatever the readers ask for.
    package var readsEveryByte: Bool { computesChecksums && !readsRangesOnly }
}

/// When readers that wrap native libraries are asked. Files that a reader found hazardous are never given to them.
public enum NativeReaderPolicy: String, Hashable, Sendable, CaseIterable {
    /// For every file: two readings, one answer.
    case always
    /// Where a Swift reader has not answered with everything.
    case needed
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
