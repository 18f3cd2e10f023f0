/// Reads numbers in the notations that tables use.
enum NumberParser {
    /// The notations in which the bytes are a number; empty when they are none.
    ///
    /// A whole number with a leading zero is a code and not a number, except in a fraction such as `0.5`.
    static func types(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> CellTypes {
        var index = start
        if bytes[index] == 0x2D || bytes[index] == 0x2B { index &+= 1 }
        let digitsStart = index
        index = digitsEnd(bytes, from: index, to: end)
        let whole = index &- digitsStart
        let isCode = whole > 1 && bytes[digitsStart] == 0x30
        if index == end {
            guard whole > 0, !isCode else { return [] }
            return whole <= 3 ? .anyNumber : [.integer, .pointNumber, .commaNumber, .commaGrouped, .pointGrouped]
        }
        let separator = bytes[index]
        switch separator {
        case 0x2E where !isCode:
            return afterPoint(bytes, from: index, to: end, whole: whole)
        case 0x2C where !isCode:
            return afterComma(bytes, from: index, to: end, whole: whole)
        case 0x20 where whole >= 1 && whole <= 3 && !isCode:
            return groups(bytes, from: index, to: end, separator: .space, point: 0x2C) ? .spaceGrouped : []
        case 0x65, 0x45:
            return whole > 0 && isExponent(bytes, from: index, to: end) ? [.pointNumber, .commaNumber] : []
        case 0x69, 0x49:
            guard whole == 0 else { return [] }
            return Word(bytes, from: index, to: end) == Word.numbers[1] ? .pointNumber : []
        default:
            return []
        }
    }

    private static func afterPoint(_ bytes: Span<UInt8>, from index: Int, to end: Int, whole: Int) -> CellTypes {
        var result: CellTypes = []
        let fractionEnd = digitsEnd(bytes, from: index &+ 1, to: end)
        let fraction = fractionEnd &- index &- 1
        if whole + fraction > 0, fractionEnd == end || isExponent(bytes, from: fractionEnd, to: end) {
            result = fractionEnd == end ? [.pointNumber, .commaGrouped] : .pointNumber
        }
        if whole >= 1, whole <= 3, groups(bytes, from: index, to: end, separator: 0x2E, point: 0x2C) {
            result.insert(.pointGrouped)
        }
        return result
    }

    private static func afterComma(_ bytes: Span<UInt8>, from index: Int, to end: Int, whole: Int) -> CellTypes {
        var result: CellTypes = []
        let fractionEnd = digitsEnd(bytes, from: index &+ 1, to: end)
        let fraction = fractionEnd &- index &- 1
        if whole + fraction > 0, fraction > 0, fractionEnd == end || isExponent(bytes, from: fractionEnd, to: end) {
            result = fractionEnd == end ? [.commaNumber, .pointGrouped] : .commaNumber
        }
        if whole >= 1, whole <= 3, groups(bytes, from: index, to: end, separator: 0x2C, point: 0x2E) {
            result.insert(.commaGrouped)
        }
        return result
    }

    /// Whether groups of three digits follow, each behind `separator`, and perhaps a fraction behind `point`.
    private static func groups(
        _ bytes: Span<UInt8>,
        from start: Int,
        to end: Int,
        separator: UInt8,
        point: UInt8
    ) -> Bool {
        var index = start
        while index < end, bytes[index] == separator {
            let next = digitsEnd(bytes, from: index &+ 1, to: end)
            guard next &- index == 4 else { return false }
            index = next
        }
        guard index < end else { return true }
        return (bytes[index] == point || bytes[index] == 0x2E) && digitsEnd(bytes, from: index &+ 1, to: end) == end
    }

    private static func isExponent(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard start < end, bytes[start] | 0x20 == 0x65 else { return false }
        var index = start &+ 1
        if index < end, bytes[index] == 0x2D || bytes[index] == 0x2B { index &+= 1 }
        return index < end && digitsEnd(bytes, from: index, to: end) == end
    }

    @inline(__always)
    private static func digitsEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index].isDigit { index &+= 1 }
        return index
    }
}
