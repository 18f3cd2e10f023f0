/// Makes identifiers that nobody can guess.
package enum FileIdentifier {
    /// 32 hexadecimal digits: 128 bits from the system's generator.
    package static func random() -> String {
        (0..<4).map { _ in
            let text = String(UInt32.random(in: 0...(.max)), radix: 16)
            return String(repeating: "0", count: 8 - text.utf8.count) + text
        }.joined()
    }
}
