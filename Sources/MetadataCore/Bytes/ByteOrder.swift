/// The order in which a format stores the bytes of a number.
public enum ByteOrder: Sendable, Hashable {
    /// Most significant byte first ("MM" in TIFF, network order).
    case big
    /// Least significant byte first ("II" in TIFF).
    case little
}
