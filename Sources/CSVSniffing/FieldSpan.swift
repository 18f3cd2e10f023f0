/// Where the content of a field stands in a buffer of less than a gibibyte.
struct FieldSpan: Sendable {
    private let offset: UInt32
    private let lengthAndFlags: UInt32

    @inline(__always)
    init(start: Int, end: Int, isQuoted: Bool, isEscaped: Bool = false) {
        offset = UInt32(truncatingIfNeeded: start)
        lengthAndFlags = UInt32(truncatingIfNeeded: end &- start) &<< 2 | (isQuoted ? 1 : 0) | (isEscaped ? 2 : 0)
    }

    @inline(__always)
    var start: Int { Int(offset) }
    @inline(__always)
    var count: Int { Int(lengthAndFlags &>> 2) }
    @inline(__always)
    var end: Int { start &+ count }
    @inline(__always)
    var isEmpty: Bool { lengthAndFlags < 4 }
    @inline(__always)
    var isQuoted: Bool { lengthAndFlags & 1 != 0 }
    /// Whether a doubled quote or an escape stands in the content.
    @inline(__always)
    var isEscaped: Bool { lengthAndFlags & 2 != 0 }
}
