/// ASCII bytes that the scanners look for.
extension UInt8 {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09
    static let doubleQuote: UInt8 = 0x22
    static let singleQuote: UInt8 = 0x27
    static let backslash: UInt8 = 0x5C

    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isBlank: Bool { self == .space || self == .tab }

    @inline(__always)
    var isTerminator: Bool { self == .lineFeed || self == .carriageReturn }
}

extension Span<UInt8> {
    /// The first bytes, as many as there are up to a number.
    @_lifetime(copy self)
    func extracting(first count: Int) -> Span<UInt8> {
        extracting(0..<Swift.min(count, self.count))
    }
}
