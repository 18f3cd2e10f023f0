/// How much a cell looks like a value that a table would hold.
enum CellQuality {
    /// A measure from 0 (the cell was cut at the wrong place) to 1 (a number, a date, a quoted text).
    static func score(_ field: FieldSpan, in bytes: Span<UInt8>) -> Double {
        if field.isQuoted { return field.isEmpty ? 0.9 : 1 }
        if field.isEmpty { return 0.8 }
        if isTyped(field, in: bytes) { return 1 }
        return text(field, in: bytes)
    }

    /// Whether the cell is a number, a date, an amount or another value with a form of its own.
    static func isTyped(_ field: FieldSpan, in bytes: Span<UInt8>) -> Bool {
        var start = field.start
        var end = field.end
        while start < end, bytes[start].isBlank { start &+= 1 }
        while start < end, bytes[end &- 1].isBlank { end &-= 1 }
        guard start < end else { return false }
        if !CellTypes(parsing: bytes, from: start, to: end).isEmpty { return true }
        return isAmount(bytes, from: start, to: end)
    }

    /// A number with a percent or currency sign, or with parentheses around it.
    private static func isAmount(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        // Most values that are none are words.
        guard !bytes[start].isLetter else { return false }
        var start = start
        var end = end
        if bytes[end &- 1] == 0x25 { end &-= 1 }
        if end &- start > 2, bytes[start] == 0x28, bytes[end &- 1] == 0x29 {
            start &+= 1
            end &-= 1
        }
        if start < end, bytes[start] == 0x2D { start &+= 1 }
        if start < end, bytes[start] == 0x24 || bytes[start] == 0xA3 {
            start &+= 1
        } else if start &+ 1 < end, bytes[start] == 0xC2, bytes[start &+ 1] == 0xA3 || bytes[start &+ 1] == 0xA5 {
            start &+= 2
        } else if start &+ 2 < end, bytes[start] == 0xE2, bytes[start &+ 1] == 0x82, bytes[start &+ 2] == 0xAC {
            start &+= 3
        }
        while start < end, bytes[start].isBlank { start &+= 1 }
        while start < end, bytes[end &- 1].isBlank { end &-= 1 }
        guard start < end, bytes[start].isDigit || bytes[start] == 0x2E || bytes[start] == 0x2D else { return false }
        return !NumberParser.types(bytes, from: start, to: end).isEmpty
    }

    private static func text(_ field: FieldSpan, in bytes: Span<UInt8>) -> Double {
        let percents = TextByte.percents
        var worst: UInt8 = 100
        for index in field.start..<field.end { worst = Swift.min(worst, percents[Int(bytes[index])]) }
        let blankAtEdge = bytes[field.start] == .space
        return Double(worst) / 100 * 0.9 * (blankAtEdge ? 0.8 : 1)
    }
}

/// How well each byte goes into an unquoted text, in percent.
enum TextByte {
    static let percents: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, 0x5F: 100
        case .space, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x26, .singleQuote, 0x2B, 0x25, 0x40: 95
        case 0x3A, 0x23, 0x21, 0x3F, 0x2A, 0x5B, 0x5D, 0x24: 80
        case .doubleQuote: 10
        case .tab: 20
        case 0x3B, 0x7C: 30
        case 0x2C: 35
        case 0x3C, 0x3E, 0x3D, 0x7B, 0x7D, .backslash, 0x5E, 0x7E, 0x60: 60
        default: 10
        }
    }
}
