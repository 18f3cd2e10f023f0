/// How many bytes may still be read twice; keeps the work linear in the length of the text.
///
/// What a stretch of text does to an allowance is a function of the allowance before it. It is kept as such, so that
/// a stretch that was read on its own can be put behind another one.
struct RereadingAllowance: Sendable {
    private static let limit = 1 << 22

    /// The allowance before the stretch.
    private var start: Int
    /// What was gained less what was spent.
    private var balance = 0
    /// The most that can be left now, whatever there was before.
    private var ceiling = limit
    /// The lowest balance and ceiling at which something was to be spent; `nil` where nothing was.
    private var lowest: (balance: Int, ceiling: Int)?

    /// The allowance at the beginning of a text.
    init() {
        start = 1 << 18
    }

    /// The allowance at the beginning of a stretch: it is taken to be the largest one.
    static var full: RereadingAllowance {
        var result = RereadingAllowance()
        result.start = limit
        return result
    }

    private func left(_ start: Int, balance: Int, ceiling: Int) -> Int {
        Swift.min(start &+ balance, ceiling)
    }

    /// Notes that bytes were read for good.
    @inline(__always)
    mutating func earn(_ byteCount: Int) {
        balance &+= byteCount &* 2
        ceiling = Swift.min(ceiling &+ byteCount &* 2, Self.limit)
    }

    /// Asks for bytes to be read twice; false when there is nothing left.
    mutating func spend(_ byteCount: Int) -> Bool {
        let past = lowest ?? (balance, ceiling)
        lowest = (Swift.min(past.balance, balance), Swift.min(past.ceiling, ceiling))
        guard left(start, balance: balance, ceiling: ceiling) > 0 else { return false }
        balance &-= byteCount
        ceiling &-= byteCount
        return true
    }

    /// Puts a stretch behind this one; false, and without effect, where it would have been read otherwise here.
    mutating func append(_ other: RereadingAllowance) -> Bool {
        let now = left(start, balance: balance, ceiling: ceiling)
        if let lowest = other.lowest {
            guard left(now, balance: lowest.balance, ceiling: lowest.ceiling) > 0 else { return false }
        }
        start = left(now, balance: other.balance, ceiling: other.ceiling)
        balance = 0
        ceiling = Self.limit
        lowest = nil
        return true
    }
}
