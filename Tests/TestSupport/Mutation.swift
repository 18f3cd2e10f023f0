/// Random damage.
enum Mutation {
    /// Values that break parsers more often than others.
    private static let interesting: [UInt8] = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF]

    /// Changes a file at one to eight places.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - random: Where the changes come from.
    /// - Returns: The damaged file.
    static func applied(to bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var variant = bytes
        for _ in 0..<Int.random(in: 1...8, using: &random) where !variant.isEmpty {
            change(&variant, using: &random)
        }
        return variant
    }

    private static func change(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...16, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[start] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[start] = interesting.randomElement(using: &random) ?? 0
        case 2: bytes.replaceSubrange(start..<end, with: repeatElement(0xFF, count: end - start))
        case 3: bytes.removeSubrange(start..<end)
        default: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
        }
    }
}
