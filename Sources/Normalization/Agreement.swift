internal import MetadataCore

/// When two readings of one field count as the same.
enum Agreement {
    /// Numbers within one part in 10,000 (rationals are rounded differently), text but for white space at its ends
    /// and runs of it inside, everything else exactly.
    static func holds(between first: FieldValue, and second: FieldValue) -> Bool {
        if first == second { return true }
        if let first = first.number, let second = second.number {
            return abs(first - second) <= 1e-4 * max(abs(first), abs(second))
        }
        if let first = first.string, let second = second.string {
            return words(first).elementsEqual(words(second))
        }
        return false
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace || $0 == "\0" }
    }
}
