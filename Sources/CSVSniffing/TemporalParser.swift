/// Reads dates and times in the notations that tables use.
enum TemporalParser {
    /// The notations in which the bytes are a date, a time, or both; empty when they are neither.
    static func types(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> CellTypes {
        var cursor = Cursor(position: start, end: end)
        if let time = cursor.time(bytes) {
            return cursor.isAtEnd ? time.union(.time) : []
        }
        cursor.position = start
        guard let date = cursor.date(bytes) else { return [] }
        if cursor.isAtEnd { return date }
        guard date.contains(.date), let separator = cursor.next(bytes) else { return [] }
        let isT = separator == 0x54
        guard isT || separator == .space, let time = cursor.time(bytes), cursor.isAtEnd else { return [] }
        return date.subtracting(.date).union(time).union(isT ? .datetimeT : .datetime)
    }
}

/// A position that moves over the parts of a date.
private struct Cursor {
    var position: Int
    let end: Int

    init(position: Int, end: Int) {
        self.position = position
        self.end = end
    }

    var isAtEnd: Bool { position == end }

    func peek(_ bytes: Span<UInt8>) -> UInt8? {
        position < end ? bytes[position] : nil
    }

    mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
        guard position < end else { return nil }
        position &+= 1
        return bytes[position &- 1]
    }

    /// One to four digits.
    mutating func number(_ bytes: Span<UInt8>) -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while position < end, bytes[position].isDigit, position &- start < 5 {
            value = value &* 10 &+ Int(bytes[position] &- 0x30)
            position &+= 1
        }
        let digits = position &- start
        return digits >= 1 && digits <= 4 ? (value, digits) : nil
    }

    // MARK: - Times

    mutating func time(_ bytes: Span<UInt8>) -> CellTypes? {
        guard let hour = number(bytes), hour.digits <= 2, hour.value < 25, next(bytes) == 0x3A else { return nil }
        guard let minute = number(bytes), minute.digits == 2, minute.value < 60 else { return nil }
        var notation = CellTypes.minutes
        if peek(bytes) == 0x3A {
            position &+= 1
            guard let second = number(bytes), second.digits == 2, second.value < 61 else { return nil }
            notation = .seconds
            if peek(bytes) == 0x2E {
                position &+= 1
                while let byte = peek(bytes), byte.isDigit { position &+= 1 }
                notation = .fraction
            }
        }
        if meridiem(bytes) { notation = notation == .minutes ? .minutesMeridiem : .secondsMeridiem }
        return notation.union(zone(bytes) ? .zoned : .unzoned)
    }

    private mutating func meridiem(_ bytes: Span<UInt8>) -> Bool {
        var index = position
        if index < end, bytes[index] == .space { index &+= 1 }
        guard index &+ 2 == end, bytes[index &+ 1] | 0x20 == 0x6D else { return false }
        let letter = bytes[index] | 0x20
        guard letter == 0x61 || letter == 0x70 else { return false }
        position = end
        return true
    }

    private mutating func zone(_ bytes: Span<UInt8>) -> Bool {
        guard let first = peek(bytes) else { return false }
        if first == 0x5A {
            position &+= 1
            return true
        }
        guard first == 0x2B || first == 0x2D else { return false }
        var index = position &+ 1
        while index < end, bytes[index].isDigit || bytes[index] == 0x3A { index &+= 1 }
        guard index == end, (3...6).contains(end &- position) else { return false }
        position = end
        return true
    }

    // MARK: - Dates

    mutating func date(_ bytes: Span<UInt8>) -> CellTypes? {
        if let first = peek(bytes), first.isLetter { return monthNameFirst(bytes) }
        guard let first = number(bytes), let separator = next(bytes) else { return nil }
        if let letter = peek(bytes), letter.isLetter {
            return namedMonth(bytes, day: first.value, separator: separator)
        }
        guard separator == 0x2D || separator == 0x2F || separator == 0x2E, let second = number(bytes),
            second.digits <= 2
        else { return nil }
        if isAtEnd {
            let isMonth =
                first.digits == 4 && separator == 0x2D && second.digits == 2 && (1...12).contains(second.value)
            return isMonth ? .yearMonth : nil
        }
        guard next(bytes) == separator, let third = number(bytes) else { return nil }
        return numericDate(first, second, third, separator: separator)
    }

    private func numericDate(
        _ first: (value: Int, digits: Int),
        _ second: (value: Int, digits: Int),
        _ third: (value: Int, digits: Int),
        separator: UInt8
    ) -> CellTypes? {
        let index: UInt64 = separator == 0x2D ? 0 : separator == 0x2F ? 1 : 2
        func notation(_ base: CellTypes) -> CellTypes { CellTypes(rawValue: base.rawValue << index) }
        if first.digits == 4 {
            guard isMonth(second.value), isDay(third.value), third.digits <= 2 else { return nil }
            return notation(.isoDash).union(.date)
        }
        guard third.digits == 4 || third.digits == 2, first.digits <= 2 else { return nil }
        let isShort = third.digits == 2
        var result: CellTypes = []
        if isDay(first.value) && isMonth(second.value) {
            result.insert(notation(isShort ? .dayFirstDashShort : .dayFirstDash))
        }
        if isMonth(first.value) && isDay(second.value) {
            result.insert(notation(isShort ? .monthFirstDashShort : .monthFirstDash))
        }
        return result.isEmpty ? nil : result.union(.date)
    }

    private mutating func namedMonth(_ bytes: Span<UInt8>, day: Int, separator: UInt8) -> CellTypes? {
        guard separator == 0x2D || separator == .space, isDay(day), month(bytes) != nil, next(bytes) == separator,
            let year = number(bytes), year.digits == 4 || year.digits == 2
        else { return nil }
        let isDash = separator == 0x2D
        if year.digits == 2 { return [.date, isDash ? .namedMonthDashShort : .namedMonthSpaceShort] }
        return [.date, isDash ? .namedMonthDash : .namedMonthSpace]
    }

    private mutating func monthNameFirst(_ bytes: Span<UInt8>) -> CellTypes? {
        guard month(bytes) != nil, next(bytes) == .space, let day = number(bytes), isDay(day.value) else { return nil }
        if peek(bytes) == 0x2C { position &+= 1 }
        guard next(bytes) == .space, let year = number(bytes), year.digits == 4 else { return nil }
        return [.date, .monthNameFirst]
    }

    private mutating func month(_ bytes: Span<UInt8>) -> Int? {
        let start = position
        while let byte = peek(bytes), byte.isLetter { position &+= 1 }
        guard (3...9).contains(position &- start) else { return nil }
        return Word(bytes, from: start, to: position).month
    }

    private func isMonth(_ value: Int) -> Bool { value >= 1 && value <= 12 }
    private func isDay(_ value: Int) -> Bool { value >= 1 && value <= 31 }
}
