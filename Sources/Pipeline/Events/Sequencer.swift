/// S3's mark of order among the events of one key: hexadecimal digits, comparable with those of the same key only.
///
/// Lengths may differ; the shorter is as if filled with zeros at its right end.
package struct Sequencer: Hashable, Sendable, Comparable {
    /// 32 digits in upper case; a longer mark stays as long as it is.
    package let text: String

    /// Before all others: what is known without an event.
    package static let none = Sequencer(padded: "")

    /// Reads a mark.
    ///
    /// - Parameter text: Hexadecimal digits in either case, at most 64.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 64, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        self.init(padded: text.uppercased())
    }

    private init(padded digits: String) {
        text = digits + String(repeating: "0", count: max(0, 32 - digits.utf8.count))
    }

    package static func < (lhs: Self, rhs: Self) -> Bool {
        let count = max(lhs.text.utf8.count, rhs.text.utf8.count)
        return lhs.filled(to: count) < rhs.filled(to: count)
    }

    private func filled(to count: Int) -> String {
        text + String(repeating: "0", count: count - text.utf8.count)
    }
}
