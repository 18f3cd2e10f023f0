/// The bounds that keep one file from costing more than one file: memory and time follow from these, never from what
/// a file claims.
///
/// ```swift
/// var limits = Limits()
/// limits.textByteCount = 1_024
/// ```
public struct Limits: Hashable, Sendable {
    /// The most bytes of one text value in a record; a longer one is cut. 4,096.
    public var textByteCount = 4_096
    /// The most bytes of one embedded block (EXIF, XMP, ICC) that is read. 4 MiB.
    public var embeddedByteCount = 4 << 20
    /// The most segments, chunks, boxes or directory entries that are walked in one file. 65,536.
    public var elementCount = 65_536
    /// How deep structures may nest. 32.
    public var depth = 32
    /// The most bytes that a compressed block may grow to. 16 MiB.
    public var inflatedByteCount = 16 << 20
    /// The largest document that a native library is given in memory; a larger one is read by descriptor. 32 MiB.
    public var inMemoryByteCount = 32 << 20
    /// The most ranges of one document that are read where its structure leads about in it; of a remote one each is a
    /// request. 4,096.
    public var rangeCount = 4_096
    /// The most bytes of a record in canonical JSON. 65,536.
    public var recordByteCount = 65_536
    /// The most issues that a record lists. 100.
    public var issueCount = 100

    /// The defaults.
    public init() {}
}
